import type { Database } from '../platform/db/database.ts';
import type { HttpServer } from '../platform/http/server.ts';
import { registerAllowedAddresses } from './allowed-addresses.routes.ts';
import { registerClients } from './clients.routes.ts';
import { registerSessionLists } from './sessions.routes.ts';
import { registerUsers } from './users.routes.ts';

/** Who may use a workspace, and from where. */
export function registerAdministration(app: HttpServer, db: Database): void {
  registerUsers(app, db);
  registerClients(app, db);
  registerSessionLists(app, db);
  registerAllowedAddresses(app, db);
}
