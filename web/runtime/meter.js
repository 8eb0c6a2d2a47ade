// The numbers of a run as they stand now: loss, speed, time left.

/** @typedef {import('./types').Latest} Latest */
/** @typedef {import('./types').Info} Info */

const LOSS_STEPS = 30; // the loss shown is an exponential mean over about so many steps
const SPEED_S = 2; // and the speed over about so many seconds of training

/** The names of held-out scores. */
export const SCORES = /** @type {const} */ ([
  'val_loss',
  'val_accuracy',
  'val_exact',
  'longer_loss',
  'longer_accuracy',
  'longer_exact',
]);

/** @param {Record<string, any>} evaluation null or nothing where a task has no such score @returns {import('./types').Scores} */
export function scoresOf(evaluation) {
  const known = SCORES.map((name) => [name, typeof evaluation[name] === 'number' ? evaluation[name] : NaN]);
  return Object.fromEntries(known);
}

/** Measures one model while it trains. */
export class Meter {
  #loss = {sum: 0, weight: 0};
  #rate = {steps: 0, seconds: 0};
  #held = scoresOf({});

  constructor() {
    this.step = 0;
    this.seconds = 0;
    this.tokens = 0;
    this.flops = 0;
    this.grad_norm = NaN;
    this.lr = NaN;
  }

  /** @param {{step: number, seconds: number, tokens: number, flops: number, losses: number[], grad_norm: number, lr: number}} report */
  progress(report) {
    this.#measureSpeed(report.step - this.step, report.seconds - this.seconds);
    for (const loss of report.losses) this.#addLoss(loss);
    const {step, seconds, tokens, flops, grad_norm, lr} = report;
    Object.assign(this, {step, seconds, tokens, flops});
    if (Number.isFinite(grad_norm)) this.grad_norm = grad_norm;
    if (Number.isFinite(lr)) this.lr = lr;
  }

  /** @param {Record<string, any>} scores those that it lacks are unknown */
  heldOut(scores) {
    this.#held = scoresOf(scores);
  }

  /** As another left it, but for the speed. @param {{step: number, seconds: number, tokens: number, flops: number, loss: number, grad_norm: number, lr: number}} numbers NaN: unknown */
  restore({loss, ...numbers}) {
    Object.assign(this, numbers);
    this.#loss = Number.isFinite(loss) ? {sum: loss, weight: 1} : {sum: 0, weight: 0};
  }

  /** Goes back to a checkpoint; the means start anew. @param {number} step @param {number} seconds */
  moveTo(step, seconds) {
    const per_step =
      this.step > 0 ? {tokens: this.tokens / this.step, flops: this.flops / this.step} : {tokens: 0, flops: 0};
    Object.assign(this, {step, seconds, tokens: step * per_step.tokens, flops: step * per_step.flops});
    this.#loss = {sum: 0, weight: 0};
  }

  get steps_per_s() {
    return this.#rate.seconds > 0 ? this.#rate.steps / this.#rate.seconds : NaN;
  }

  get loss() {
    return this.#loss.weight > 0 ? this.#loss.sum / this.#loss.weight : NaN;
  }

  /** @returns {Latest} */
  get latest() {
    const {step, seconds, tokens, flops, grad_norm, lr, loss} = this;
    const known = Number.isFinite(this.#held.val_loss) ? this.#held.val_loss : loss;
    return {
      step,
      seconds,
      tokens,
      flops,
      grad_norm,
      lr,
      loss,
      ...this.#held,
      bits_per_char: known / Math.LN2,
      steps_per_s: this.steps_per_s,
      tokens_per_s: step > 0 ? this.steps_per_s * (tokens / step) : NaN,
    };
  }

  /** @param {number} loss */
  #addLoss(loss) {
    if (!Number.isFinite(loss)) return;
    const keep = 1 - 1 / LOSS_STEPS;
    this.#loss.sum = keep * this.#loss.sum + (1 - keep) * loss;
    this.#loss.weight = keep * this.#loss.weight + (1 - keep);
  }

  /** @param {number} steps @param {number} seconds */
  #measureSpeed(steps, seconds) {
    if (steps <= 0 || seconds <= 0) return;
    const keep = Math.exp(-seconds / SPEED_S);
    this.#rate.steps = keep * this.#rate.steps + steps;
    this.#rate.seconds = keep * this.#rate.seconds + seconds;
  }
}
