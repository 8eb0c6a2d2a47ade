// Trains what a class handed in again, in as many workers as there are processors, the longest first. It rests while it is
// paused or not on screen.
import {failureOf} from '../runtime/protocol.js';
import {Race} from '../runtime/race.js';
import {isEdited} from '../state/runs.js';
import {sameData} from '../store/awaited.js';
import {hindrance, jobsOf, needsData} from './jobs.js';
import {faultsOf} from './proved.js';
import {Again} from './train_again.js';
import {WorkerPool} from './worker_pool.js';

/** @typedef {import('./types').Job} Job @typedef {import('./types').Student} Student @typedef {import('./types').Trained} Trained @typedef {import('./types').Checked} Checked */
/** weight: operations, as far as they are known @typedef {{job: Job, weight: number, again: Again | null, trained: Trained | null, failed: import('../words/words.js').Saying | null}} Work */

/** @fires change - something was trained, proved, paused @fires progress - a training came further */
export class Checking extends EventTarget {
  /** @type {'idle' | 'working' | 'paused' | 'done'} */
  state = 'idle';
  #surroundings;
  /** The same with workers that are used again. */
  #lending;
  #pool;
  #lanes;
  #now;
  /** @type {Map<string, Work>} */
  #work = new Map();
  /** @type {Map<Student, {runs: string[][], hindered: import('../words/words.js').Saying | null, checked: Checked | null}>} */
  #students = new Map();
  /** Data of one's own, by its hash. @type {Map<string, {bytes: Uint8Array, title: string}>} */
  #own = new Map();
  #present = true;
  /** Milliseconds that it worked, without those since `since`. */
  #worked = 0;
  #since = 0;
  /** @type {Race | null} */
  #clerk = null;

  /** @param {import('../runtime/types').Surroundings} surroundings @param {number} [lanes] how many are trained at a time @param {() => number} [now] milliseconds */
  constructor(surroundings, lanes = processors(), now = () => performance.now()) {
    super();
    this.#pool = new WorkerPool(() => surroundings.createWorker());
    this.#surroundings = surroundings;
    this.#lending = {...surroundings, createWorker: () => this.#pool.take()};
    this.#lanes = lanes;
    this.#now = now;
  }

  get lanes() {
    return this.#lanes;
  }

  /** What is to be checked from now on; what was trained stays known. @param {Student[]} students */
  set students(students) {
    const before = this.#students;
    const has = (/** @type {string} */ sha256) => this.#own.has(sha256);
    this.#students = new Map();
    for (const student of students) {
      const hindered = hindrance(student, this.#surroundings.describe.arithmetic, has);
      const known = before.get(student);
      const runs = hindered ? [] : known?.runs.length ? known.runs : this.#take(student);
      this.#students.set(student, {runs, hindered, checked: null});
    }
    const wanted = new Set([...this.#students.values()].flatMap(({runs}) => runs.flat()));
    for (const [key, {again, trained}] of this.#work)
      if (!wanted.has(key) && !again && !trained) this.#work.delete(key);
    if (this.state === 'done' && this.left) this.state = 'idle';
    this.#tell('change');
  }

  /** @param {Student} student @returns {string[][]} keys */
  #take(student) {
    return student.taken.runs.map((_, run) =>
      jobsOf(student, run).map((job) => {
        if (!this.#work.has(job.key))
          this.#work.set(job.key, {job, weight: 0, again: null, trained: null, failed: null});
        return job.key;
      }),
    );
  }

  /** Data that is in no receipt. @param {Uint8Array} bytes @param {string} title @returns {Promise<boolean>} whether it is what somebody learned from */
  async offer(bytes, title) {
    for (const wanted of this.lacking) {
      const same = await sameData(bytes, wanted);
      if (!same) continue;
      this.#own.set(wanted.sha256, {bytes: same, title});
      this.students = [...this.#students.keys()];
      return true;
    }
    return false;
  }

  /** Of data of one's own that somebody has to give: what is known of it. @returns {NonNullable<Student['data']>[]} */
  get lacking() {
    const data = [...this.#students.keys()].flatMap(({experiment, data}) =>
      needsData(experiment) && data && !this.#own.has(data.sha256) ? [data] : [],
    );
    return [...new Map(data.map((one) => [one.sha256, one])).values()];
  }

  // How far it is ---------------------------------------------------------------------------------------------------

  get #all() {
    return [...new Set([...this.#students.values()].flatMap(({runs}) => runs.flat()))].map(
      (key) => /** @type {Work} */ (this.#work.get(key)),
    );
  }

  get left() {
    return this.#all.filter(isOpen).length;
  }

  /** trained_s: what the training steps took by themselves. left_s: NaN while nobody knows. */
  get progress() {
    const all = this.#all;
    const weigh = (/** @type {Work} */ {weight, job}) => weight || job.step;
    const total = all.reduce((sum, one) => sum + weigh(one), 0);
    const done = all.reduce((sum, one) => sum + weigh(one) * (isOpen(one) ? (one.again?.progress ?? 0) : 1), 0);
    const wall_s = this.#wall / 1000;
    return {
      done: all.filter((one) => !isOpen(one)).length,
      of: all.length,
      share: total ? done / total : 0,
      trained_s: all.reduce((sum, {trained}) => sum + (trained?.seconds ?? 0), 0),
      wall_s,
      left_s: done > 0 && wall_s > 0 ? (wall_s * (total - done)) / done : NaN,
    };
  }

  get #wall() {
    return this.#worked + (this.state === 'working' && this.#present ? this.#now() - this.#since : 0);
  }

  /** @param {Student} student @returns {Checked} */
  of(student) {
    const known = this.#students.get(student);
    if (!known) return {standing: 'waits', why: [], done: 0, of: 0};
    return (known.checked ??= this.#judged(student, known));
  }

  /** What a run's model came to again; null while it was not trained. @param {Student} student @param {number} run @param {number} model @returns {Trained | null} */
  trained(student, run, model) {
    const key = this.#students.get(student)?.runs[run]?.[model];
    return (key && this.#work.get(key)?.trained) || null;
  }

  /** @param {Student} student @param {{runs: string[][], hindered: Checked['why'][number] | null}} known @returns {Checked} */
  #judged(student, {runs, hindered}) {
    if (hindered) return {standing: 'claimed', why: [hindered], done: 0, of: 0};
    const works = runs.map((keys) => keys.map((key) => /** @type {Work} */ (this.#work.get(key))));
    const all = works.flat();
    const [done, of] = [all.filter((one) => !isOpen(one)).length, all.length];
    if (done < of) return {standing: all.some(({again}) => again) ? 'trains' : 'waits', why: [], done, of};
    const failed = all.find((one) => one.failed)?.failed;
    if (failed) return {standing: 'claimed', why: [{key: 'class.cannot', values: {why: failed}}], done, of};
    const trained = works.map((run) => run.map((one) => /** @type {Trained} */ (one.trained)));
    const why = [...this.#dataFaults(student), ...faultsOf(student, trained, this.#surroundings.describe)];
    return {standing: why.length ? 'refuted' : 'proved', why, done, of};
  }

  /** What is known by its hash has as many bytes as it has. @param {Student} student @returns {Checked['why']} */
  #dataFaults({experiment, data}) {
    const own = needsData(experiment) && data ? this.#own.get(data.sha256) : null;
    return own && own.bytes.length !== data?.bytes
      ? [{key: 'class.fault_data', values: {bytes: own.bytes.length}}]
      : [];
  }

  // Working ---------------------------------------------------------------------------------------------------------

  async start() {
    if (this.state === 'working' || !this.left) return;
    this.#go('working');
    await this.#weigh();
    this.#fill();
  }

  pause() {
    if (this.state === 'working') this.#go('paused');
  }

  /** Not on screen nothing trains. @param {boolean} present */
  setPresent(present) {
    if (present === this.#present) return;
    const {state} = this;
    this.#note();
    this.#present = present;
    this.#go(state);
    if (present && state === 'working') this.#fill();
  }

  close() {
    for (const {again} of this.#work.values()) again?.close();
    this.#clerk?.close();
    this.#clerk = null;
    this.#pool.close();
    this.#students.clear();
    this.#work.clear();
    this.state = 'idle';
  }

  #note() {
    this.#worked = this.#wall;
    this.#since = this.#now();
  }

  /** @param {Checking['state']} state */
  #go(state) {
    this.#note();
    this.state = state;
    this.#since = this.#now();
    for (const {again} of this.#work.values()) again?.hold(state !== 'working' || !this.#present);
    this.#tell('change');
  }

  /** What each costs, so that the longest go first and the estimate is one. */
  async #weigh() {
    const light = this.#all.filter(({weight}) => !weight);
    /** @type {Map<string, Promise<number>>} */
    const known = new Map();
    const flops = (/** @type {Job} */ {experiment}) => {
      const {seed: _, ...train} = experiment.train;
      const key = JSON.stringify({...experiment, train});
      return (
        known.get(key) ?? (known.set(key, this.#flops(experiment)), /** @type {Promise<number>} */ (known.get(key)))
      );
    };
    await Promise.all(light.map(async (one) => (one.weight = one.job.step * (await flops(one.job)))));
  }

  /** @param {Job['experiment']} experiment @returns {Promise<number>} of a step */
  async #flops(experiment) {
    this.#clerk ??= new Race(this.#lending, experiment);
    const [cost] = await this.#clerk.costs(experiment).catch(() => []);
    return cost?.info?.flops_per_step || 1;
  }

  #fill() {
    if (this.state !== 'working' || !this.#present) return;
    const busy = this.#all.filter(({again}) => again).length;
    const next = this.#all.filter((one) => isOpen(one) && !one.again).sort((a, b) => b.weight - a.weight);
    for (const work of next.slice(0, Math.max(0, this.#lanes - busy))) void this.#train(work);
    if (!this.left) this.#finish();
  }

  /** Nothing is held that nobody needs. */
  #finish() {
    this.#clerk?.close();
    this.#clerk = null;
    this.#pool.close();
    this.#go('done');
  }

  /** @param {Work} work */
  async #train(work) {
    const {job} = work;
    const own = (needsData(job.experiment) && this.#own.get(job.data?.sha256 ?? '')) || null;
    // Those need an engine of another kind, now or where they begin; a worker has one.
    const apart = job.experiment.models.some((model) => isEdited(model) || model.start);
    const again = (work.again = new Again(apart ? this.#surroundings : this.#lending, job, own));
    again.runner.addEventListener('progress', () => this.dispatchEvent(new Event('progress')));
    try {
      work.trained = await again.train();
    } catch (error) {
      const {key, values} = failureOf(error);
      work.failed = {key, values};
    }
    again.close();
    work.again = null;
    this.#tell('change');
    this.#fill();
  }

  /** @param {string} type */
  #tell(type) {
    for (const known of this.#students.values())
      if (known.checked && known.checked.done < known.checked.of) known.checked = null;
    this.dispatchEvent(new Event(type));
  }
}

/** @param {Work} work */
const isOpen = ({trained, failed}) => !trained && !failed;

/** All: the page has nothing else to do meanwhile. */
const processors = () => globalThis.navigator?.hardwareConcurrency ?? 2;
