// `npm start`: installs and builds what is missing or out of date, then runs everything in one process.
// What follows `--` goes to the server: `npm start -- --services=diagram`.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, root } from './install.mjs';
import { runServer } from './server.mjs';

ensureInstalled();
ensureBuilt();
runServer(['serve', ...process.argv.slice(2)], { cwd: root });
