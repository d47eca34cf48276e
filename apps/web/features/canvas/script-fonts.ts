// Fonts of other scripts, cut into many files: the browser fetches those whose characters a board has.
import './script-fonts.css';
