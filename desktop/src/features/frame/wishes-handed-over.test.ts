import { taskId } from '@amtsstube/shared/domain/ids';
import { type Task, task } from '@amtsstube/shared/domain/task';
import { moment } from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import { WishesHandedOver } from './wishes-handed-over.ts';

const at = moment('2026-11-30T08:00');
const idOf = (id: string) => taskId.parse(id);
const aWish = (id: string, settled: object | null, isDone = false): Task =>
  task.parse({
    id,
    scope: 'd/active',
    departmentId: 'd',
    caseId: null,
    text: 'Erika Mustermann',
    dueOn: null,
    forId: null,
    byId: 'bernd',
    madeAt: at,
    done: isDone ? { byId: 'bernd', at } : null,
    wish: {
      appointmentId: id,
      serviceIds: ['pass'],
      wishes: [{ counterId: '1', startsAt: at }],
      untilOn: '2026-11-30',
      visitor: { name: 'Erika Mustermann', email: null, phone: '1' },
      remark: '',
      language: 'de',
      way: 'phone',
      settled,
    },
  });
const booked = { is: 'booked', counterId: '1', startsAt: at, asWished: true };

it('[K11] says once what became of the wishes, when the last of them has its answer', () => {
  const told = new WishesHandedOver();
  const waiting = ['a', 'b', 'c'].map(idOf);
  const tasks = [
    aWish('a', booked, true),
    aWish('b', booked, true),
    aWish('c', null),
    aWish('other', { is: 'noTime' }),
  ];
  expect(told.note({ waiting, refused: [], tasks: [] })).toBeUndefined();
  expect(told.note({ waiting: waiting.slice(2), refused: [], tasks })).toBeUndefined();
  // handed over, and its task isn't here yet
  expect(told.note({ waiting: [], refused: [], tasks })).toBeUndefined();
  const all = [...tasks.slice(0, 2), aWish('c', { is: 'noTime' })];
  expect(told.note({ waiting: [], refused: [], tasks: all })).toEqual({ wishes: 3, booked: 2, calls: 1 });
  expect(told.note({ waiting: [], refused: [], tasks: all })).toBeUndefined();
});

it('leaves out what was refused, and says nothing where nothing else was noted', () => {
  const told = new WishesHandedOver();
  told.note({ waiting: [idOf('a'), idOf('b')], refused: [], tasks: [] });
  const refused = [idOf('b')];
  expect(told.note({ waiting: [], refused, tasks: [aWish('a', booked, true)] })).toEqual({
    wishes: 1,
    booked: 1,
    calls: 0,
  });
  told.note({ waiting: refused, refused: [], tasks: [] });
  expect(told.note({ waiting: [], refused, tasks: [] })).toBeUndefined();
});
