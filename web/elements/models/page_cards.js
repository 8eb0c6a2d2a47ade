// What models have on a page of their own and a frame does without: the menus of their cards and what these do, the lines of
// kept and of best weights and of a series, a part of their editors, and when they end early.
import '../../words/late.js';
import '../setup/early_options.js';
import './best_weights.js';
import './kept_line.js';
import './model_menu.js';
import './own_training.js';
import './series_line.js';

export {ModelActions} from './model_actions.js';
