// Counts down how long a time is kept. The page says until when; without this nothing is lacking but the seconds.

/** Said once, when it is time to hurry. */
const almostMs = 2 * 60 * 1000;

export function countDown(clock) {
  const shown = clock.querySelector('[data-hold-clock]');
  const says = clock.querySelector('[data-hold-says]');
  const over = clock.querySelector('[data-hold-over]');
  // by the time that was left, not by the hour: this device's clock may go wrong
  const endsAt = performance.now() + Number(clock.dataset.holdLeft);
  let saidAlmost = Number(clock.dataset.holdLeft) <= almostMs;
  shown.hidden = false;
  tick();
  const timer = setInterval(tick, 1000);

  function tick() {
    const left = endsAt - performance.now();
    if (left <= 0) return end();
    const seconds = Math.ceil(left / 1000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    shown.textContent = clock.dataset.saysLeft.replace('{time}', time);
    if (left > almostMs || saidAlmost) return;
    saidAlmost = true;
    says.hidden = false;
    says.textContent = clock.dataset.saysAlmost;
  }

  function end() {
    clearInterval(timer);
    clock.dataset.isOver = '';
    shown.hidden = true;
    clock.querySelector('.kern-body').hidden = true;
    over.hidden = false;
    says.hidden = false;
    says.textContent = over.textContent;
    says.className = 'kern-sr-only';
  }
}
