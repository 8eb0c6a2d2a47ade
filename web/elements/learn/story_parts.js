// What chapters have beside their own story, in one piece: it is fetched where the first of it is wanted.
import '../home/history_line.js';
export {backgroundText} from './background_text.js';
export * as recall from './recall_part.js';
