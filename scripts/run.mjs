// What package.json's scripts start: any Node ≥ 18 will do for this file, which brings the rest.
import { launch } from './launch/launch.mjs';

await launch(process.argv.slice(2));
