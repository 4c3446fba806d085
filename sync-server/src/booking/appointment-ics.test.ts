import { type Instant, instant } from '@amtsstube/shared/domain/time';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { AppointmentFacts } from './appointment-facts.ts';
import { appointmentIcs } from './appointment-ics.ts';
import { anAppointment } from './test-appointment.ts';

const now = instant.parse('2026-11-20T10:00:00.000Z');
const tuesday = instant.parse('2026-11-24T08:00:00.000Z');
const manage = `https://antrag.musterstadt.example/m/musterstadt/appointments/manage/${'aB3_'.repeat(40)}`;

/** As a foreign program reads it. */
function read(facts: AppointmentFacts, to: 'mail' | 'download' = 'mail', url = manage) {
  const { text, method } = appointmentIcs(facts, to, url, now);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component, ...others] = calendar.getAllSubcomponents('vevent');
  if (!component || others.length > 0) throw new Error('not one event');
  expect(calendar.getFirstPropertyValue('method')).toBe(method);
  return { text, method, event: new ICAL.Event(component), component };
}

const startOf = (startsAt: Instant) => read(anAppointment(startsAt)).event.startDate.toJSDate().toISOString();

describe('an appointment for a calendar', () => {
  it('says what, where, when, what to bring and where it is changed, umlauts and all', () => {
    const { event, component } = read(anAppointment(tuesday));
    expect(event.summary).toMatch(/^Termin: Hund/);
    expect(event.location).toMatch(/^Bürgerbüro, Schalter 1, Musterstadt .*, \d{5} Musterstadt$/);
    expect(event.description).toContain('Bitte mitbringen:\n- ');
    expect(event.description).toContain(manage);
    expect(event.startDate.toJSDate().toISOString()).toBe(tuesday);
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-11-24T08:15:00.000Z');
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it.each(['2026-03-29T00:30', '2026-03-29T01:00', '2026-10-25T00:30', '2026-10-25T01:30'])(
    'is at the same moment on a day on which the clocks change: %s',
    (minute) => {
      const at = instant.parse(`${minute}:00.000Z`);
      expect(startOf(at)).toBe(at);
    },
  );

  it('has no line of more than 75 bytes, and each ends as the standard wants it', () => {
    const { text } = read(anAppointment(tuesday));
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(3);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('keeps its UID when it is moved and cancelled, and each change has a greater SEQUENCE', () => {
    const all = [
      read(anAppointment(tuesday)),
      read(anAppointment(instant.parse('2026-11-24T09:00:00.000Z'), { changeCount: 1, fence: 3 })),
      read(anAppointment(tuesday, { changeCount: 1, fence: 4, state: cancelled }), 'mail', ''),
    ];
    expect(new Set(all.map(({ event }) => event.uid)).size).toBe(1);
    expect(all.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(all.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(all.at(-1)?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('in a mail is agreed on by her, and asks nobody for an answer', () => {
    const { component } = read(anAppointment(tuesday));
    const attendee = component.getFirstProperty('attendee');
    expect(attendee?.getFirstValue()).toBe('MAILTO:joerg@example.org');
    expect([attendee?.getParameter('partstat'), attendee?.getParameter('rsvp')]).toEqual([
      'ACCEPTED',
      'FALSE',
    ]);
  });

  it('as a download names nobody', () => {
    const { text, method } = read(anAppointment(tuesday), 'download');
    expect(method).toBe('PUBLISH');
    expect(text).not.toMatch(/Müßig|joerg/);
  });

  it('is in English for whoever booked in English', () => {
    const { event } = read(anAppointment(tuesday, { language: 'en' }));
    expect(event.summary).toMatch(/^Appointment: /);
  });

  it('takes no line of its own from what somebody typed', () => {
    const { component } = read(
      anAppointment(tuesday, {
        visitor: { name: 'A"\r\nATTACH:x', email: 'a@example.org', phone: '' },
      }),
    );
    expect(component.getAllProperties('attach')).toEqual([]);
  });
});

const cancelled = { is: 'cancelled', at: now, byId: null, reason: '' };
