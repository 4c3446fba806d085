import { describe, expect, it } from 'vitest';
import { foreignLoads } from './bundle.ts';

describe('what a bundled file loads from elsewhere', () => {
  it.each([
    ['index.html', '<script type="module" src="https://cdn.example.com/a.js"></script>'],
    ['index.html', '<link rel="stylesheet" href="//fonts.example.com/css">'],
    ['style.css', '@font-face{src:url(https://fonts.example.com/a.woff2)}'],
    ['app.js', 'const a=await import("https://cdn.example.com/a.js")'],
    ['app.js', 'fetch(`https://api.example.com/v1`)'],
    ['app.js', 'new Worker("https://cdn.example.com/w.js")'],
    ['app.js', 'new Worker(new URL("https://cdn.example.com/w.js"))'],
    ['app.js', 'image.src="https://pixel.example.com/p.gif"'],
    ['manifest.webmanifest', '{"icons":[{"src":"https://cdn.example.com/i.png"}]}'],
  ])('is found in %s: %s', (path, text) => {
    expect(foreignLoads(path, () => text)).toHaveLength(1);
  });

  it.each([
    ['index.html', '<script src="/desk/assets/a.js"></script><a href="https://example.com">link</a>'],
    ['app.js', 'createElementNS("http://www.w3.org/2000/svg","svg")'],
    ['app.js', 'const a=new URL("https://mui.com/production-error/?code=3")'],
    ['app.js', 'import("./chunk.js");fetch("/api/sign-in");new URL("http://localhost/x")'],
    ['style.css', 'a{background:url(/desk/a.svg)}'],
    ['photo.png', 'src="https://cdn.example.com/a.js"'],
  ])('is nothing in %s: %s', (path, text) => {
    expect(foreignLoads(path, () => text)).toEqual([]);
  });
});
