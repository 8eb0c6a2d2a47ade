// Spanish, all of it: what the page says, what the engine is called, and the chapters. It comes when it is wanted (languages.js).
import chart from './es/chart.js';
import compare from './es/compare.js';
import compareParts from './es/compare_parts.js';
import comparePaths from './es/compare_paths.js';
import engineAttention from './es/engine_attention.js';
import engineRecurrent from './es/engine_recurrent.js';
import engineRefusals from './es/engine_refusals.js';
import engineTasks from './es/engine_tasks.js';
import engineTasksPairs from './es/engine_tasks_pairs.js';
import engineTraining from './es/engine_training.js';
import engineWindows from './es/engine_windows.js';
import classroom from './es/class.js';
import exercise from './es/exercise.js';
import hosts from './es/hosts.js';
import inside from './es/inside.js';
import make from './es/make.js';
import models from './es/models.js';
import page from './es/page.js';
import presets from './es/presets.js';
import runs from './es/runs.js';
import setup from './es/setup.js';
import story from './es/story.js';
import taking from './es/taking.js';
import teach from './es/teach.js';
import terms from './es/terms.js';
import trouble from './es/trouble.js';
import verdict from './es/verdict.js';
import course from './course/es.js';

const ofPage = [
  page,
  story,
  runs,
  models,
  setup,
  inside,
  chart,
  presets,
  verdict,
  terms,
  teach,
  trouble,
  exercise,
  classroom,
  taking,
  make,
  hosts,
];
const ofCompare = [compare, compareParts, comparePaths];
const ofEngine = [engineRecurrent, engineWindows, engineAttention, engineTasks, engineTasksPairs, engineTraining];

export default [...ofPage, ...ofCompare, ...ofEngine, engineRefusals, course].join('\n');
