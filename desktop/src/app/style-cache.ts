import createCache from '@emotion/cache';
import { type Options, StyleSheet } from '@emotion/sheet';

/**
 * Where the component library puts its styles: in style sheets made by script, which a Content-Security-Policy without
 * `unsafe-inline` allows, instead of `<style>` elements, which it forbids.
 */
export function createStyleCache() {
  const cache = createCache({ key: 'css' });
  const { key, container } = cache.sheet;
  cache.sheet = new ConstructedSheet({ key, container });
  return cache;
}

class ConstructedSheet extends StyleSheet {
  readonly #rules = new CSSStyleSheet();

  constructor(options: Options) {
    super(options);
    // emotion empties a global sheet before it writes it anew only where it has an element
    this.tags = [document.createElement('style')];
  }

  override insert(rule: string): void {
    this.#adopt();
    try {
      this.#rules.insertRule(rule, this.#rules.cssRules.length);
    } catch {
      // a rule for another browser (a foreign prefix): as emotion's own sheet does
    }
  }

  override flush(): void {
    this.#rules.replaceSync('');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#rules);
  }

  override hydrate(): void {
    // nothing is rendered by a server
  }

  /** Global rules stand before those of components, which override them. */
  #adopt(): void {
    const adopted = document.adoptedStyleSheets;
    if (adopted.includes(this.#rules)) return;
    const isGlobal = this.key.endsWith('-global');
    document.adoptedStyleSheets = isGlobal
      ? [...globals(), this.#rules, ...components()]
      : [...adopted, this.#rules];
    if (!isGlobal) componentSheets.add(this.#rules);
  }
}

const componentSheets = new WeakSet<CSSStyleSheet>();
const globals = () => document.adoptedStyleSheets.filter((sheet) => !componentSheets.has(sheet));
const components = () => document.adoptedStyleSheets.filter((sheet) => componentSheets.has(sheet));
