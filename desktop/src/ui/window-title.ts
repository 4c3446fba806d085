import { de } from '../texts/de.ts';

/** `(3) Posteingang – Amtsstube`: the screen, and before it how much is new. */
class WindowTitle {
  #screen = '';
  #news = 0;

  show(screen: string): void {
    this.#screen = screen;
    this.#write();
  }

  badge(news: number): void {
    if (news === this.#news) return;
    this.#news = news;
    this.#write();
  }

  #write(): void {
    const title = de.app.title(this.#screen);
    document.title = this.#news === 0 ? title : de.app.titleWithNews(this.#news, title);
  }
}

/** This window's. */
export const windowTitle = new WindowTitle();
