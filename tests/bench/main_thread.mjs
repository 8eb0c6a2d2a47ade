// What each task of a page's main thread costs, in processor time of the thread itself: what else the machine does while a
// task waits for its turn does not count.
import {quantile} from './statistics.mjs';

const CATEGORY = 'disabled-by-default-devtools.timeline';

/**
 * Begins to trace the process of a page.
 * @param {any} cdp a session of the page
 * @returns {Promise<{end: () => Promise<{count: number, median: number, p99: number, longest: number, over_50: number}>}>}
 */
export async function mainThreadTasks(cdp) {
  const events = [];
  cdp.on('Tracing.dataCollected', ({value}) => events.push(...value));
  await cdp.send('Tracing.start', {traceConfig: {includedCategories: [CATEGORY, '__metadata']}});
  return {
    end: async () => {
      const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
      await cdp.send('Tracing.end');
      await complete;
      return summary(taskTimes(events));
    },
  };
}

/** Milliseconds of processor time of each task, shortest first. @param {any[]} events of a trace @returns {number[]} */
function taskTimes(events) {
  const isTask = ({name, ph, cat}) => name === 'RunTask' && ph === 'X' && cat.includes(CATEGORY);
  const mains = new Set(
    events
      .filter(({name, args}) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({pid, tid}) => `${pid} ${tid}`),
  );
  return events
    .filter((event) => isTask(event) && mains.has(`${event.pid} ${event.tid}`))
    .map(({tdur}) => {
      if (tdur === undefined) throw new Error('This browser does not count the processor time of a task');
      return tdur / 1000;
    })
    .sort((a, b) => a - b);
}

/** @param {number[]} times */
function summary(times) {
  if (!times.length) throw new Error('The trace has no task of a main thread');
  return {
    count: times.length,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    longest: times[times.length - 1],
    over_50: times.filter((time) => time > 50).length,
  };
}
