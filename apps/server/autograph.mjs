#!/usr/bin/env node
// `autograph serve`: any Node.js may start it; the server itself runs on the one that the dependencies bring.
import '../../scripts/collect.mjs';
import { runServer } from '../../scripts/server.mjs';

runServer(process.argv.slice(2));
