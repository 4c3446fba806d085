import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('html', () => {
  it('escapes what is put in, in text and in attributes', () => {
    const typed = `"><script>alert('x')</script>&\``;
    expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&#96;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&#96;</p>',
    );
  });

  it('takes markup made by html as it is, also in lists', () => {
    expect(html`<ul>${['a<', 'b'].map((each) => html`<li>${each}</li>`)}</ul>`.text).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>',
    );
  });

  it('leaves out what is absent, but not a zero', () => {
    expect(html`${undefined}${null}${false}${''}${0}`.text).toBe('0');
  });
});
