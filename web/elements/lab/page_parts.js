// What a page of its own has and a frame does without, which is that much smaller.
import '../answers/examples_bar.js';
import '../models/add_model.js';
import '../parts/menu_button.js';
import '../save/save_menu.js';
import './theme_button.js';

/** Nobody needs it before. */
export const fetchSharing = () => import('../share/share_dialog.js');
