// What cards have on a page of their own and a frame does without: menus and what these do, the lines of kept and of best
// weights, and a part of their editors.
import './best_weights.js';
import './kept_line.js';
import './model_menu.js';
import './own_training.js';

export {ModelActions} from './model_actions.js';
