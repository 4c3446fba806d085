import type { DatabaseSync } from 'node:sqlite';
import type { Mailer } from '../mail/mailer.ts';
import { renderMail } from '../mail/render-mail.ts';
import { barrierMail, contactLine } from '../mail/texts/de.ts';
import type { CitizenPost } from './citizen-post.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';

export interface BarrierReport {
  readonly id: string;
  readonly what: string;
  /** '' = none. */
  readonly replyTo: string;
}

/** Reports of barriers, each mailed to its municipality once, however often it is sent here. Only ids are kept. */
export class BarrierReports {
  readonly #database: DatabaseSync;
  readonly #post: CitizenPost;
  /** Two clicks at once are one sending. */
  readonly #underWay = new Map<string, Promise<boolean>>();

  constructor(database: DatabaseSync, post: CitizenPost) {
    this.#database = database;
    this.#post = post;
    database.exec('create table if not exists barrierReport (id text primary key) strict');
  }

  /** @returns false where the mail server didn't take it */
  send(municipality: MunicipalityFrame, report: BarrierReport): Promise<boolean> {
    const id = `${municipality.id} ${report.id}`;
    const sending = this.#underWay.get(id) ?? this.#sendOnce(id, municipality, report);
    this.#underWay.set(id, sending);
    return sending.finally(() => this.#underWay.delete(id));
  }

  async #sendOnce(id: string, municipality: MunicipalityFrame, report: BarrierReport): Promise<boolean> {
    const { mailer } = this.#post;
    if (this.#database.prepare('select 1 from barrierReport where id = ?').get(id)) return true;
    if (!mailer) return false;
    try {
      await mailer.send(this.#mail(municipality, report));
    } catch {
      return false;
    }
    this.#database.prepare('insert or ignore into barrierReport values (?)').run(id);
    return true;
  }

  #mail({ id, settings }: MunicipalityFrame, report: BarrierReport): Parameters<Mailer['send']>[0] {
    const link = `${this.#post.publicUrl()}/m/${id}/barrierefreiheit`;
    const said = barrierMail({ ...report, municipality: settings.name, contact: contactLine(settings) });
    return {
      ...renderMail(said, link, settings.name),
      // the same if a crash has it sent twice
      messageId: `<${id}.barrier.${report.id}@${new URL(this.#post.publicUrl()).hostname}>`,
      from: { name: settings.name, address: this.#post.from ?? settings.email },
      to: settings.email,
    };
  }
}
