// Written by `npm run docs` from openapi.json.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests will be served, by the database too */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers about the server, for Prometheus
         * @description The text format of Prometheus, version 0.0.4.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token for a machine client
         * @description OAuth 2.0 client credentials (RFC 6749 §4.4). The client sends its id and secret by HTTP Basic or in the body, never both. `waybill client add` makes a client.
         */
        post: operations["getToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show from where the workspace may be used
         * @description For administrators.
         */
        get: operations["getAllowedAddresses"];
        /**
         * Say from where the workspace may be used
         * @description For administrators. Requests from elsewhere are refused from now on, those of open sessions too. A list without the address of this request is refused.
         */
        put: operations["setAllowedAddresses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/administration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show limits, retention, storage and health of the server
         * @description For administrators, to read: these are settings of the server, see docs/reference/config.md. Runs, files and workers are counted over all workspaces.
         */
        get: operations["getInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what in the workspace
         * @description For administrators. Logins, tokens, runs, downloads and administration, each written down once and never changed.
         */
        get: operations["listAuditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the machine clients of the workspace
         * @description For administrators. The newest first; those that were ended stay in the list.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * Make a machine client
         * @description For administrators. It gets a user of its own. The answer has its secret, this once.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{guid}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * End a machine client and its tokens, for good
         * @description For administrators. What it has made and run keeps its name.
         */
        put: operations["endClient"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the export definitions of the workspace */
        get: operations["listExports"];
        put?: never;
        /**
         * Make an export definition
         * @description What to export, and in which form. A definition cannot be changed afterwards; its runs are started one by one.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an export definition */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of an export definition */
        get: operations["listRuns"];
        put?: never;
        /**
         * Start a run
         * @description Accepts a run and puts it into the queue. The answer is held for a moment, so that a small export comes back COMPLETE with its file.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/latestCompleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the run that completed last */
        get: operations["getLatestCompletedRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a run of your own */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/{run}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a run
         * @description For the user who started it and for administrators. What it has written so far is removed.
         */
        post: operations["abortRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/{run}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a run of your own
         * @description Server-sent events: one named `run` now and at every change of its status or progress, its data the run as `?view=full` shows it. The stream ends after the event of the run’s end, or when the session ends.
         */
        get: operations["followRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/{run}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the file of a run of your own */
        get: operations["getRunFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/{run}/files/{file}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the file of a run of your own
         * @description The run turns DOWNLOADED when the last byte of the file has been sent, at one go or by a download that was resumed. A `Range` of several parts is answered with the whole file, and HEAD knows no ranges.
         */
        get: operations["downloadRunFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/{run}/files/{file}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is in the file of a run of your own
         * @description The members of a zip; a JSON document is its own only member. The run does not turn DOWNLOADED.
         */
        get: operations["listRunFileMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{guid}/runs/{run}/files/{file}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the first rows of a member of the file of a run of your own
         * @description Of a csv member, or of the `results` of a json member: nested fields have dotted columns, custom attributes the column of their name, and nested rows are told by their number. Cells are cut to 2 000 characters. The run does not turn DOWNLOADED.
         */
        get: operations["previewRunFileMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the imports of the workspace
         * @description For administrators of the workspace. Those of every administrator.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a bundle or tables to import
         * @description For administrators of the workspace. A zip as the body, or files in a form. Nothing is imported yet: check the import, then commit it, within a day.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what tables and their columns can stand for
         * @description For administrators of the workspace. The views that a table's rows can be of, with the columns of each.
         */
        get: operations["listImportViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an import
         * @description For administrators of the workspace. Ask again while it is CHECKING or COMMITTING: `progress` says how far it has come.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{guid}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import
         * @description For administrators of the workspace. Nothing of it is written, and the uploaded files are removed.
         */
        post: operations["abortImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{guid}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check an upload
         * @description For administrators of the workspace. Looks at everything that the import would look at, and writes nothing: afterwards the import tells every problem by file and line, or what would change. Can be done again, with other columns, until the import is committed.
         */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{guid}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import an upload
         * @description For administrators of the workspace. All of it or nothing. Everything is checked here too; an upload in which the last check has found something is refused.
         */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{guid}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is wrong with an upload
         * @description For administrators of the workspace. The first 10000 problems that the last check, or the import, has found.
         */
        get: operations["listImportProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the items of the workspace
         * @description Each item under its effective revision, or the working one where none is effective. Filters and criteria combine. Custom attributes are filters too, by their apiName (`…From` and `…To` for dates).
         */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an item
         * @description The revision that has the GUID; where several revisions of the item share it, the effective one, or the working one where none is effective. `revisionNumber` and `revisionStatus` name another revision of the same item.
         */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}/bom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the BOM of an item */
        get: operations["listBomLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}/bom/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare the BOMs of two revisions of an item
         * @description Each side is the revision that the GUID names, or the one that `revisionNumber` and `revisionStatus` of that side choose. Lines of the same child belong together when nothing of them differs, else when they have the same line number, else in the order in which they stand; each line stands in one pair.
         */
        get: operations["compareBoms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files of an item */
        get: operations["listItemFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}/files/{file}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of an item
         * @description For files whose content Waybill holds, of any revision of the item. PNG, JPEG, GIF, WebP and PDF may be shown in place; all else is an attachment. A `Range` of several parts is answered with the whole file, and HEAD knows no ranges.
         */
        get: operations["downloadItemFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the revisions of an item */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}/sourcing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where an item can be bought */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{guid}/whereused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the BOM lines that an item stands in */
        get: operations["listWhereUsed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a session
         * @description Answers with the token for the header `arena_session_id`. A session ends 90 minutes after its last request. A wrong login is 400, never 401.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** End the session, or all of the user */
        put: operations["logout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of the workspace: runs, failures, durations, bytes, queue, storage, allowance
         * @description By days in the time zone of the workspace; a run counts for the day on which it was accepted.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the runs of the workspace
         * @description Those of every definition and every user. `count` is that of all runs that fit the filters, also where `before` leaves some out.
         */
        get: operations["listWorkspaceRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow all runs of the workspace
         * @description Server-sent events: one named `run` for each run that has not ended, the newest of them, then one at every change of any run’s status or progress, its data the run as `GET /v1/runs?view=full` shows it. Of a run that changes faster than its events are read only the last state is told. `missed`: more has changed than could be told, load the list again. The stream ends with the session. Load the list when the stream is open, and nothing is lost between the two.
         */
        get: operations["followRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/searches/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show which items an export would match
         * @description The items that a run with these criteria and this `revisionStatus` takes, before the children of their BOMs are added. Without criteria, all. Nothing is kept.
         */
        post: operations["searchItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show whose session it is, and where */
        get: operations["getSession"];
        /**
         * Go on in another workspace of the same account
         * @description Ends the session that the request comes with and opens one in the other workspace, in the cookie.
         */
        put: operations["switchWorkspace"];
        /**
         * Open a session in a browser
         * @description The same as a login, with the token in a cookie that scripts cannot read instead of in the answer.
         */
        post: operations["openSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions that are open
         * @description Those of who asks, or for administrators those of the workspace. Never their tokens.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{guid}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * End a session
         * @description One of one’s own, or for administrators any of the workspace. Event streams that follow runs with it end too.
         */
        put: operations["endSession"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/export/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the attributes of export definitions */
        get: operations["listExportAttributesToo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/exports/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the attributes of export definitions */
        get: operations["listExportAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/exports/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what criteria can ask about
         * @description The attributes that every workspace has, then the custom attributes of its items by name.
         */
        get: operations["listCriteriaAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/exports/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the limits of exports on this server */
        get: operations["getExportLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/exports/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the export views with their columns
         * @description The columns are those of this workspace: custom attributes stand among them.
         */
        get: operations["listExportViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/recentactivities/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the export runs of the workspace as recent activity */
        get: operations["listRecentExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people of the workspace
         * @description For administrators. Who may log in comes first, then whom only the records name; by name. Machine clients have a list of their own.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Let somebody log in to the workspace
         * @description For administrators. Somebody whom the records name by this e-mail address becomes that user and keeps the GUID. An account of another workspace is refused: only the operator can let it in, with `waybill user add`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a user: role, name, password, the right to log in
         * @description For administrators. What is not sent stays as it is. A new password and the loss of the right to log in end the sessions of the user. The last administrator of a workspace stays one.
         */
        put: operations["changeUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{guid}/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * End all sessions of a user in the workspace
         * @description Of oneself, or of anybody for administrators.
         */
        put: operations["logOutUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names the request in the log. */
        "X-Request-Id": string;
        /** @description Requests that the workspace has left until the reset. */
        "X-Arena-Requests-Remaining": number;
        /** @description When the allowance starts anew, such as `Fri, 02-May-2014 14:22:13 GMT-0700 (PDT)`. */
        "X-Arena-Next-Request-Limit-Reset": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Yes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "live";
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Yes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every metric with its help. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # TYPE waybill_runs_waiting gauge
                     *     waybill_runs_waiting{status="CREATED"} 0
                     */
                    "text/plain; version=0.0.4; charset=utf-8": string;
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @constant */
                    grant_type: "client_credentials";
                    /** @description The id of the client, unless it is sent by HTTP Basic. */
                    client_id?: string;
                    /** @description The secret of the client, unless it is sent by HTTP Basic. */
                    client_secret?: string;
                    /** @description There are no scopes: empty, or not sent at all. */
                    scope?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "Q2hhcnQgYSBjb3Vyc2UgYW5kIGtlZXAgdG8gaXQ",
                     *       "token_type": "Bearer",
                     *       "expires_in": 3600
                     *     }
                     */
                    "application/json": {
                        /** @description For the header `Authorization: Bearer`. */
                        access_token: string;
                        /** @constant */
                        token_type: "Bearer";
                        /** @description Seconds until the token ends, used or not. */
                        expires_in: number;
                    };
                };
            };
            /** @description The request is refused. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_request",
                     *       "error_description": "A parameter is sent more than once."
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        error: "invalid_request" | "unsupported_grant_type" | "invalid_scope";
                        /** @description For people. */
                        error_description: string;
                    };
                };
            };
            /** @description The client is unknown, was revoked, or its secret is wrong. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description How to authenticate: HTTP Basic. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_client",
                     *       "error_description": "The client credentials are not valid."
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        error: "invalid_client";
                        /** @description For people. */
                        error_description: string;
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getAllowedAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ranges": [
                     *         "203.0.113.0/24",
                     *         "2001:db8:1::/48"
                     *       ],
                     *       "yourAddress": "203.0.113.7"
                     *     }
                     */
                    "application/json": {
                        /** @description From where the workspace may be used. Empty: from everywhere. */
                        ranges: string[];
                        yourAddress: string | null;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    setAllowedAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The whole list. Empty: the workspace may be used from everywhere. */
                    ranges: string[];
                };
            };
        };
        responses: {
            /** @description The list as it stands now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ranges": [
                     *         "203.0.113.0/24",
                     *         "2001:db8:1::/48"
                     *       ],
                     *       "yourAddress": "203.0.113.7"
                     *     }
                     */
                    "application/json": {
                        /** @description From where the workspace may be used. Empty: from everywhere. */
                        ranges: string[];
                        yourAddress: string | null;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3101: The length of the value exceeds the maximum length ({0}) for the attribute "{1}".
             *
             *     4434: "{0}" is no IP address or range: expected one such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32.
             *
             *     4435: "{0}" has bits beyond its prefix: expected {1} or a longer prefix.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3019 | 3031 | 3101 | 4434 | 4435;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4433: Your own IP address ({0}) is in none of these ranges: you would lock yourself out. Add a range that holds it. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 4433;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowance": {
                     *         "limit": 1000,
                     *         "remaining": 871,
                     *         "resetDateTime": "2020-03-10T07:00:00Z",
                     *         "used": 129
                     *       },
                     *       "backup": {
                     *         "lastStartDateTime": "2020-03-09T03:00:00Z"
                     *       },
                     *       "database": {
                     *         "bytes": 91234567,
                     *         "embedded": true,
                     *         "version": "18.4"
                     *       },
                     *       "health": {
                     *         "damagedFiles": 0,
                     *         "oldestWaitSeconds": 0,
                     *         "runsRunning": 1,
                     *         "runsWaiting": 0,
                     *         "workerProcesses": 1,
                     *         "workerSlots": 3
                     *       },
                     *       "limits": {
                     *         "guidCriteria": 1,
                     *         "maxItems": 20000,
                     *         "maxLines": 5000,
                     *         "profile": "arena",
                     *         "runsInProgress": 1,
                     *         "searchSeconds": 30
                     *       },
                     *       "retention": {
                     *         "checkSeconds": 604800,
                     *         "runFileSeconds": 5184000
                     *       },
                     *       "storage": {
                     *         "freeBytes": 51234567890,
                     *         "runFileBytes": 9812345,
                     *         "totalBytes": 107374182400
                     *       },
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": {
                        allowance: {
                            limit: number | null;
                            remaining: number | null;
                            /**
                             * Format: date-time
                             * @description When the allowance starts anew.
                             */
                            resetDateTime: string;
                            /** @description Requests since midnight in the time zone of the workspace; without a limit to the next thousand. */
                            used: number;
                        };
                        backup: {
                            lastStartDateTime: string | null;
                        };
                        database: {
                            /** @description Size of the database. */
                            bytes: number;
                            /** @description Whether the server runs the database itself. */
                            embedded: boolean;
                            /** @description Of PostgreSQL. */
                            version: string;
                        };
                        health: {
                            /** @description Stored files that were missing or changed when they were last read; see `waybill doctor`. */
                            damagedFiles: number;
                            /** @description How long the oldest run that waits for a worker has waited; 0 when none waits. */
                            oldestWaitSeconds: number;
                            /** @description Runs at work, of all workspaces. */
                            runsRunning: number;
                            /** @description Runs that wait for a worker, of all workspaces. */
                            runsWaiting: number;
                            /** @description Processes that execute runs and are connected now. */
                            workerProcesses: number;
                            /** @description Runs that they can execute at a time. */
                            workerSlots: number;
                        };
                        limits: {
                            guidCriteria: number | null;
                            maxItems: number | null;
                            maxLines: number | null;
                            /** @enum {string} */
                            profile: "open" | "arena";
                            runsInProgress: number | null;
                            /** @description How long a search may take. */
                            searchSeconds: number;
                        };
                        retention: {
                            checkSeconds: number | null;
                            /** @description How long the file of a run can be downloaded. */
                            runFileSeconds: number;
                        };
                        storage: {
                            /** @description What is left on the disk of the files. */
                            freeBytes: number;
                            /** @description Run files that are kept, of all workspaces. */
                            runFileBytes: number;
                            /** @description The size of that disk. */
                            totalBytes: number;
                        };
                        /** @description Of Waybill. */
                        version: string;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listAuditTrail: {
        parameters: {
            query?: {
                /** @description What was done. In any letter case. */
                action?: "LOGIN" | "LOGOUT" | "LOGOUT_EVERYWHERE" | "TOKEN" | "SESSION_USE" | "RUN_START" | "RUN_ABORT" | "DOWNLOAD" | "USER_ADD" | "USER_CHANGE" | "USER_LOGOUT" | "USER_REMOVE" | "SESSION_END" | "CLIENT_ADD" | "CLIENT_REVOKE" | "WORKSPACE_ADD" | "ADDRESS_ALLOW" | "ADDRESS_REMOVE" | "IMPORT" | "BACKUP" | "RESTORE";
                /** @description How it ended. In any letter case. */
                outcome?: "DONE" | "STARTED" | "WRONG_CREDENTIALS" | "ACCOUNT_LOCKED" | "ADDRESS_LOCKED" | "ADDRESS_NOT_ALLOWED" | "REFUSED";
                /** @description Who did it: the GUID of the user. */
                "user.guid"?: string;
                /** @description Who did it: the e-mail address of the user; `*` is a wildcard. */
                "user.email"?: string;
                /** @description To what it was done; `*` is a wildcard. */
                target?: string;
                /**
                 * @description What was done at this time or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                dateTimeFrom?: string;
                /**
                 * @description What was done at this time or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                dateTimeTo?: string;
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of the workspace, the newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "action": "RUN_START",
                     *           "address": "203.0.113.7",
                     *           "dateTime": "2020-03-09T21:18:43Z",
                     *           "detail": "Model 300",
                     *           "guid": "Q5TB3C0GZ1RWJ4X7KD2M",
                     *           "outcome": "DONE",
                     *           "requestId": "0b5c2f64-8b1e-4f6e-9a53-6d0f4a1c7e21",
                     *           "target": "M407Q30F25L3M5WZUF9M",
                     *           "user": {
                     *             "email": "hwalker@everyroadgps.com",
                     *             "fullName": "Heidi Walker",
                     *             "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *           },
                     *           "via": "API"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /**
                             * @description What was done.
                             * @enum {string}
                             */
                            action: "LOGIN" | "LOGOUT" | "LOGOUT_EVERYWHERE" | "TOKEN" | "SESSION_USE" | "RUN_START" | "RUN_ABORT" | "DOWNLOAD" | "USER_ADD" | "USER_CHANGE" | "USER_LOGOUT" | "USER_REMOVE" | "SESSION_END" | "CLIENT_ADD" | "CLIENT_REVOKE" | "WORKSPACE_ADD" | "ADDRESS_ALLOW" | "ADDRESS_REMOVE" | "IMPORT" | "BACKUP" | "RESTORE";
                            address: string | null;
                            /**
                             * Format: date-time
                             * @description When it was done.
                             */
                            dateTime: string;
                            detail: string | null;
                            /** @description Names the entry. */
                            guid: string;
                            /**
                             * @description DONE: it was done; STARTED: it was allowed and has begun; WRONG_CREDENTIALS: the address, id, password or secret is wrong; ACCOUNT_LOCKED: the account was closed for too many wrong passwords; told once for each time that it is closed; ADDRESS_LOCKED: the client address was closed for too many wrong logins; told once for each time that it is closed; ADDRESS_NOT_ALLOWED: the credentials are right, and the client address is not one of those that the workspace allows; REFUSED: the client is known and asked for what there is not.
                             * @enum {string}
                             */
                            outcome: "DONE" | "STARTED" | "WRONG_CREDENTIALS" | "ACCOUNT_LOCKED" | "ADDRESS_LOCKED" | "ADDRESS_NOT_ALLOWED" | "REFUSED";
                            requestId: string | null;
                            target: string | null;
                            user: {
                                email: string | null;
                                fullName: string;
                                guid: string;
                            } | null;
                            /**
                             * @description By a request, or by the command line of the server.
                             * @enum {string}
                             */
                            via: "API" | "COMMAND_LINE";
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3041 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Machine clients. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "clientId": "L3N6PX663K3K3HOBOOT0",
                     *           "creationDateTime": "2020-03-09T20:58:01Z",
                     *           "lastUseDateTime": "2020-03-09T21:18:43Z",
                     *           "name": "ERP",
                     *           "revocationDateTime": null,
                     *           "userGuid": "WEYH0DYPCFWFH0JS1PD0"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /** @description With the secret it gets tokens at `/oauth2/token`. */
                            clientId: string;
                            /**
                             * Format: date-time
                             * @description When it was made.
                             */
                            creationDateTime: string;
                            lastUseDateTime: string | null;
                            name: string;
                            revocationDateTime: string | null;
                            /** @description The user that it acts as. */
                            userGuid: string;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the client is; stands as the creator in its exports and runs. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description The client with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "L3N6PX663K3K3HOBOOT0",
                     *       "creationDateTime": "2020-03-09T20:58:01Z",
                     *       "lastUseDateTime": null,
                     *       "name": "ERP",
                     *       "revocationDateTime": null,
                     *       "userGuid": "WEYH0DYPCFWFH0JS1PD0",
                     *       "clientSecret": "dGhlIHNlY3JldCBpcyBzaG93biBvbmx5IG9uY2UuLi4"
                     *     }
                     */
                    "application/json": {
                        /** @description With the secret it gets tokens at `/oauth2/token`. */
                        clientId: string;
                        /**
                         * Format: date-time
                         * @description When it was made.
                         */
                        creationDateTime: string;
                        lastUseDateTime: string | null;
                        name: string;
                        revocationDateTime: string | null;
                        /** @description The user that it acts as. */
                        userGuid: string;
                        /** @description The secret. It is shown this once. */
                        clientSecret: string;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3101: The length of the value exceeds the maximum length ({0}) for the attribute "{1}".
             *
             *     4436: The value of the attribute "{0}" has characters that turn the direction of text round (U+202A to U+202E, U+2066 to U+2069). Leave them out.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3019 | 3031 | 3101 | 4436;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    endClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the client. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client as it stands now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "L3N6PX663K3K3HOBOOT0",
                     *       "creationDateTime": "2020-03-09T20:58:01Z",
                     *       "lastUseDateTime": "2020-03-09T21:18:43Z",
                     *       "name": "ERP",
                     *       "revocationDateTime": "2020-03-10T08:00:00Z",
                     *       "userGuid": "WEYH0DYPCFWFH0JS1PD0"
                     *     }
                     */
                    "application/json": {
                        /** @description With the secret it gets tokens at `/oauth2/token`. */
                        clientId: string;
                        /**
                         * Format: date-time
                         * @description When it was made.
                         */
                        creationDateTime: string;
                        lastUseDateTime: string | null;
                        name: string;
                        revocationDateTime: string | null;
                        /** @description The user that it acts as. */
                        userGuid: string;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description The whole name, in any case; `*` stands for any characters. */
                name?: string;
                /** @description The number of the definition. */
                number?: number;
                /** @description The whole description, in any case; `*` stands for any characters. */
                description?: string;
                /** @description Who made it, by GUID. */
                "creator.guid"?: string;
                /** @description Who made it, by e-mail address. */
                "creator.email"?: string;
                /** @description Who made it, by name. */
                "creator.fullName"?: string;
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
                /** @description full: what has become of its runs, under `waybill`. In any letter case. */
                view?: "full";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Definitions in the order of their numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "creationDateTime": "2020-03-09T21:18:40Z",
                     *           "creator": {
                     *             "email": "hwalker@everyroadgps.com",
                     *             "fullName": "Heidi Walker",
                     *             "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *           },
                     *           "criteria": [
                     *             [
                     *               {
                     *                 "attribute": "number",
                     *                 "operator": "IS_EQUAL_TO",
                     *                 "value": "900-00001"
                     *               }
                     *             ]
                     *           ],
                     *           "description": null,
                     *           "guid": "L3N6PX663K3K3HOBOOT0",
                     *           "name": "Model 300",
                     *           "number": 1,
                     *           "options": {
                     *             "bomLevels": "FULL",
                     *             "exportViews": [
                     *               "SPECS",
                     *               "BOM"
                     *             ],
                     *             "fileContent": {
                     *               "item": "NONE",
                     *               "supplierItem": "NONE"
                     *             },
                     *             "header": "apiName",
                     *             "revisionStatus": "LATEST",
                     *             "format": "csv",
                     *             "enableNotifications": false
                     *           },
                     *           "world": "ITEMS",
                     *           "waybill": {
                     *             "runs": 42,
                     *             "succeeded": 40,
                     *             "failed": 1,
                     *             "aborted": 1,
                     *             "lastRun": {
                     *               "completionDateTime": "2020-03-09T21:18:46Z",
                     *               "creationDateTime": "2020-03-09T21:18:43Z",
                     *               "guid": "M407Q30F25L3M5WZUF9M",
                     *               "number": 42,
                     *               "status": "COMPLETE"
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /**
                             * Format: date-time
                             * @description When the definition was made.
                             */
                            creationDateTime: string;
                            creator: {
                                email: string | null;
                                fullName: string;
                                guid: string;
                            };
                            criteria: (({
                                attribute: string;
                                operator: string;
                                value: string | number | boolean | string[];
                            } | string)[] | string | {
                                attribute: string;
                                operator: string;
                                value: string | number | boolean | string[];
                            })[] | null;
                            description: string | null;
                            guid: string;
                            name: string;
                            number: number;
                            options: {
                                bomLevels: string;
                                exportViews: string[];
                                fileContent: {
                                    item: string;
                                    supplierItem: string;
                                };
                                header: string;
                                revisionStatus: string;
                                format: string;
                                enableNotifications: boolean;
                            };
                            world: string;
                            waybill?: {
                                /** @description All runs there have been, those that have not ended included. */
                                runs: number;
                                /** @description Runs that came to a file. */
                                succeeded: number;
                                failed: number;
                                aborted: number;
                                lastRun: {
                                    completionDateTime: string | null;
                                    /**
                                     * Format: date-time
                                     * @description When the run was accepted.
                                     */
                                    creationDateTime: string;
                                    guid: string;
                                    number: number;
                                    /** @enum {string} */
                                    status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                                } | null;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3141: The attribute Number must be an integer greater than zero.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3041 | 3141;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 characters of your own making. The same request sent again with it within 24 hours is answered with what it made the first time. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the export is called; its files are named after it. */
                    name: string;
                    description?: string | null;
                    /**
                     * @description What is exported. In any letter case.
                     * @enum {string}
                     */
                    world: "ITEMS";
                    criteria?: (({
                        attribute: ("number" | "name" | "revisionNumber" | "description" | "uom" | "category.name" | "category.path" | "owner.fullName" | "creator.fullName" | "creator.email" | "supplier.name" | "supplierItem.name" | "supplierItem.number" | "guid" | "category.guid" | "lifecyclePhase.guid" | "creator.guid" | "owner.guid" | "supplier.guid" | "supplierItem.guid" | "lifecyclePhase.name" | "lifecyclePhase.stage" | "procurementType" | "revisionStatus" | "creationDateTime" | "effectiveDateTime" | "lastModifiedDateTime" | "modifiedBOM" | "modifiedSpecs" | "modifiedSourcing" | "modifiedFiles" | "isAssembly" | "inAssembly" | "shared" | "deviated" | "productionCost" | "prototypeCost" | "standardCost" | "targetCost" | "targetPrice" | "any") | string;
                        /**
                         * @description One that the type of the attribute has. The misprints in the samples of the reference are taken for what they mean. In any letter case.
                         * @enum {string}
                         */
                        operator: "IS_EQUAL_TO" | "IS_NOT_EQUAL_TO" | "CONTAINS" | "DOES_NOT_CONTAIN" | "STARTS_WITH" | "DOES_NOT_START_WITH" | "IS_IN" | "IS_NOT_IN" | "IS_BEFORE" | "IS_AFTER" | "IS_BETWEEN" | "IS_LESS_THAN" | "IS_LESS_THAN_OR_EQUAL_TO" | "IS_GREATER_THAN" | "IS_GREATER_THAN_OR_EQUAL_TO";
                        value: string | number | boolean | string[];
                    } | ("AND" | "OR"))[] | ("AND" | "OR") | {
                        attribute: ("number" | "name" | "revisionNumber" | "description" | "uom" | "category.name" | "category.path" | "owner.fullName" | "creator.fullName" | "creator.email" | "supplier.name" | "supplierItem.name" | "supplierItem.number" | "guid" | "category.guid" | "lifecyclePhase.guid" | "creator.guid" | "owner.guid" | "supplier.guid" | "supplierItem.guid" | "lifecyclePhase.name" | "lifecyclePhase.stage" | "procurementType" | "revisionStatus" | "creationDateTime" | "effectiveDateTime" | "lastModifiedDateTime" | "modifiedBOM" | "modifiedSpecs" | "modifiedSourcing" | "modifiedFiles" | "isAssembly" | "inAssembly" | "shared" | "deviated" | "productionCost" | "prototypeCost" | "standardCost" | "targetCost" | "targetPrice" | "any") | string;
                        /**
                         * @description One that the type of the attribute has. The misprints in the samples of the reference are taken for what they mean. In any letter case.
                         * @enum {string}
                         */
                        operator: "IS_EQUAL_TO" | "IS_NOT_EQUAL_TO" | "CONTAINS" | "DOES_NOT_CONTAIN" | "STARTS_WITH" | "DOES_NOT_START_WITH" | "IS_IN" | "IS_NOT_IN" | "IS_BEFORE" | "IS_AFTER" | "IS_BETWEEN" | "IS_LESS_THAN" | "IS_LESS_THAN_OR_EQUAL_TO" | "IS_GREATER_THAN" | "IS_GREATER_THAN_OR_EQUAL_TO";
                        value: string | number | boolean | string[];
                    })[] | null;
                    /** @default {} */
                    options?: {
                        /**
                         * @description In any letter case.
                         * @default NONE
                         * @enum {string}
                         */
                        bomLevels?: "NONE" | "SINGLE" | "FULL";
                        /**
                         * @default [
                         *       "SPECS"
                         *     ]
                         */
                        exportViews?: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS_PROFILE")[];
                        /** @default {} */
                        fileContent?: {
                            /**
                             * @description In any letter case.
                             * @default NONE
                             * @enum {string}
                             */
                            item?: "NONE" | "PRIMARY" | "ALL";
                            /**
                             * @description In any letter case.
                             * @default NONE
                             * @enum {string}
                             */
                            supplierItem?: "NONE" | "ALL";
                        };
                        /**
                         * @description In any letter case.
                         * @default apiName
                         * @enum {string}
                         */
                        header?: "apiName" | "name";
                        /**
                         * @description In any letter case.
                         * @default LATEST
                         * @enum {string}
                         */
                        revisionStatus?: "LATEST" | "WORKING" | "POTENTIAL";
                        /**
                         * @description In any letter case.
                         * @default csv
                         * @enum {string}
                         */
                        format?: "csv" | "json";
                        /** @default false */
                        enableNotifications?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description The definition. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "creationDateTime": "2020-03-09T21:18:40Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "criteria": [
                     *         [
                     *           {
                     *             "attribute": "number",
                     *             "operator": "IS_EQUAL_TO",
                     *             "value": "900-00001"
                     *           }
                     *         ]
                     *       ],
                     *       "description": null,
                     *       "guid": "L3N6PX663K3K3HOBOOT0",
                     *       "name": "Model 300",
                     *       "number": 1,
                     *       "options": {
                     *         "bomLevels": "FULL",
                     *         "exportViews": [
                     *           "SPECS",
                     *           "BOM"
                     *         ],
                     *         "fileContent": {
                     *           "item": "NONE",
                     *           "supplierItem": "NONE"
                     *         },
                     *         "header": "apiName",
                     *         "revisionStatus": "LATEST",
                     *         "format": "csv",
                     *         "enableNotifications": false
                     *       },
                     *       "world": "ITEMS"
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When the definition was made.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        criteria: (({
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        } | string)[] | string | {
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        })[] | null;
                        description: string | null;
                        guid: string;
                        name: string;
                        number: number;
                        options: {
                            bomLevels: string;
                            exportViews: string[];
                            fileContent: {
                                item: string;
                                supplierItem: string;
                            };
                            header: string;
                            revisionStatus: string;
                            format: string;
                            enableNotifications: boolean;
                        };
                        world: string;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3004: The attribute "{0}" is not recognized.
             *
             *     3114: The specified operator "{0}" is not valid for the attribute "{1}".
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             *
             *     3101: The length of the value exceeds the maximum length ({0}) for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3004 | 3006 | 3019 | 3031 | 3101 | 3114 | 3257 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 409: The Idempotency-Key "{0}" was used before for another request. Send the same request again, or use another key. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 409;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getExport: {
        parameters: {
            query?: {
                /** @description full: what has become of its runs, under `waybill`. In any letter case. */
                view?: "full";
            };
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "creationDateTime": "2020-03-09T21:18:40Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "criteria": [
                     *         [
                     *           {
                     *             "attribute": "number",
                     *             "operator": "IS_EQUAL_TO",
                     *             "value": "900-00001"
                     *           }
                     *         ]
                     *       ],
                     *       "description": null,
                     *       "guid": "L3N6PX663K3K3HOBOOT0",
                     *       "name": "Model 300",
                     *       "number": 1,
                     *       "options": {
                     *         "bomLevels": "FULL",
                     *         "exportViews": [
                     *           "SPECS",
                     *           "BOM"
                     *         ],
                     *         "fileContent": {
                     *           "item": "NONE",
                     *           "supplierItem": "NONE"
                     *         },
                     *         "header": "apiName",
                     *         "revisionStatus": "LATEST",
                     *         "format": "csv",
                     *         "enableNotifications": false
                     *       },
                     *       "world": "ITEMS",
                     *       "waybill": {
                     *         "runs": 42,
                     *         "succeeded": 40,
                     *         "failed": 1,
                     *         "aborted": 1,
                     *         "lastRun": {
                     *           "completionDateTime": "2020-03-09T21:18:46Z",
                     *           "creationDateTime": "2020-03-09T21:18:43Z",
                     *           "guid": "M407Q30F25L3M5WZUF9M",
                     *           "number": 42,
                     *           "status": "COMPLETE"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When the definition was made.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        criteria: (({
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        } | string)[] | string | {
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        })[] | null;
                        description: string | null;
                        guid: string;
                        name: string;
                        number: number;
                        options: {
                            bomLevels: string;
                            exportViews: string[];
                            fileContent: {
                                item: string;
                                supplierItem: string;
                            };
                            header: string;
                            revisionStatus: string;
                            format: string;
                            enableNotifications: boolean;
                        };
                        world: string;
                        waybill?: {
                            /** @description All runs there have been, those that have not ended included. */
                            runs: number;
                            /** @description Runs that came to a file. */
                            succeeded: number;
                            failed: number;
                            aborted: number;
                            lastRun: {
                                completionDateTime: string | null;
                                /**
                                 * Format: date-time
                                 * @description When the run was accepted.
                                 */
                                creationDateTime: string;
                                guid: string;
                                number: number;
                                /** @enum {string} */
                                status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                            } | null;
                        };
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /**
                 * @description Runs completed at this time or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                completionDateTimeFrom?: string;
                /**
                 * @description Runs completed at this time or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                completionDateTimeTo?: string;
                /** @description true: only the run that completed last. */
                latestCompleted?: boolean;
                /** @description The number of the run. */
                number?: number;
                /** @description The status of the run. In any letter case. */
                status?: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                /** @description full: more about each run, under `waybill`. In any letter case. */
                view?: "full";
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Runs in the order of their numbers, those of every user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "completionDateTime": "2020-03-09T21:18:46Z",
                     *           "creationDateTime": "2020-03-09T21:18:43Z",
                     *           "creator": {
                     *             "email": "hwalker@everyroadgps.com",
                     *             "fullName": "Heidi Walker",
                     *             "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *           },
                     *           "criteria": [
                     *             [
                     *               {
                     *                 "attribute": "number",
                     *                 "operator": "IS_EQUAL_TO",
                     *                 "value": "900-00001"
                     *               }
                     *             ]
                     *           ],
                     *           "criteriaResultsCount": 1,
                     *           "files": [
                     *             {
                     *               "guid": "VDXGZCX0BEXDWF5CV9RE",
                     *               "title": null
                     *             }
                     *           ],
                     *           "guid": "M407Q30F25L3M5WZUF9M",
                     *           "number": 1,
                     *           "status": "COMPLETE"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            completionDateTime: string | null;
                            /**
                             * Format: date-time
                             * @description When the run was accepted.
                             */
                            creationDateTime: string;
                            creator: {
                                email: string | null;
                                fullName: string;
                                guid: string;
                            };
                            criteria: (({
                                attribute: string;
                                operator: string;
                                value: string | number | boolean | string[];
                            } | string)[] | string | {
                                attribute: string;
                                operator: string;
                                value: string | number | boolean | string[];
                            })[] | null;
                            criteriaResultsCount: number | null;
                            files?: {
                                guid: string;
                                title: null;
                            }[];
                            guid: string;
                            number: number;
                            /** @enum {string} */
                            status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                            waybill?: {
                                attempt: number;
                                endedDateTime: string | null;
                                error: {
                                    code: number;
                                    message: string;
                                } | null;
                                expirationDateTime: string | null;
                                progress: {
                                    phase: string;
                                    rowsWritten: number;
                                    rowsEstimated: number | null;
                                    bytesWritten: number;
                                } | null;
                                snapshot: string | null;
                                startedDateTime: string | null;
                                views: {
                                    name: string;
                                    rows: number;
                                    bytes: number | null;
                                }[] | null;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     3141: The attribute Number must be an integer greater than zero.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019 | 3041 | 3141 | 3257 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    startRun: {
        parameters: {
            query?: {
                /** @description full: more about each run, under `waybill`. In any letter case. */
                view?: "full";
            };
            header?: {
                /** @description `wait=N`: hold the answer for up to N seconds, at most 60 s; `respond-async`: do not hold it (RFC 7240). */
                Prefer?: string;
                /** @description Up to 255 characters of your own making. The same request sent again with it within 24 hours is answered with what it made the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The export definition. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    criteria?: (({
                        attribute: ("number" | "name" | "revisionNumber" | "description" | "uom" | "category.name" | "category.path" | "owner.fullName" | "creator.fullName" | "creator.email" | "supplier.name" | "supplierItem.name" | "supplierItem.number" | "guid" | "category.guid" | "lifecyclePhase.guid" | "creator.guid" | "owner.guid" | "supplier.guid" | "supplierItem.guid" | "lifecyclePhase.name" | "lifecyclePhase.stage" | "procurementType" | "revisionStatus" | "creationDateTime" | "effectiveDateTime" | "lastModifiedDateTime" | "modifiedBOM" | "modifiedSpecs" | "modifiedSourcing" | "modifiedFiles" | "isAssembly" | "inAssembly" | "shared" | "deviated" | "productionCost" | "prototypeCost" | "standardCost" | "targetCost" | "targetPrice" | "any") | string;
                        /**
                         * @description One that the type of the attribute has. The misprints in the samples of the reference are taken for what they mean. In any letter case.
                         * @enum {string}
                         */
                        operator: "IS_EQUAL_TO" | "IS_NOT_EQUAL_TO" | "CONTAINS" | "DOES_NOT_CONTAIN" | "STARTS_WITH" | "DOES_NOT_START_WITH" | "IS_IN" | "IS_NOT_IN" | "IS_BEFORE" | "IS_AFTER" | "IS_BETWEEN" | "IS_LESS_THAN" | "IS_LESS_THAN_OR_EQUAL_TO" | "IS_GREATER_THAN" | "IS_GREATER_THAN_OR_EQUAL_TO";
                        value: string | number | boolean | string[];
                    } | ("AND" | "OR"))[] | ("AND" | "OR") | {
                        attribute: ("number" | "name" | "revisionNumber" | "description" | "uom" | "category.name" | "category.path" | "owner.fullName" | "creator.fullName" | "creator.email" | "supplier.name" | "supplierItem.name" | "supplierItem.number" | "guid" | "category.guid" | "lifecyclePhase.guid" | "creator.guid" | "owner.guid" | "supplier.guid" | "supplierItem.guid" | "lifecyclePhase.name" | "lifecyclePhase.stage" | "procurementType" | "revisionStatus" | "creationDateTime" | "effectiveDateTime" | "lastModifiedDateTime" | "modifiedBOM" | "modifiedSpecs" | "modifiedSourcing" | "modifiedFiles" | "isAssembly" | "inAssembly" | "shared" | "deviated" | "productionCost" | "prototypeCost" | "standardCost" | "targetCost" | "targetPrice" | "any") | string;
                        /**
                         * @description One that the type of the attribute has. The misprints in the samples of the reference are taken for what they mean. In any letter case.
                         * @enum {string}
                         */
                        operator: "IS_EQUAL_TO" | "IS_NOT_EQUAL_TO" | "CONTAINS" | "DOES_NOT_CONTAIN" | "STARTS_WITH" | "DOES_NOT_START_WITH" | "IS_IN" | "IS_NOT_IN" | "IS_BEFORE" | "IS_AFTER" | "IS_BETWEEN" | "IS_LESS_THAN" | "IS_LESS_THAN_OR_EQUAL_TO" | "IS_GREATER_THAN" | "IS_GREATER_THAN_OR_EQUAL_TO";
                        value: string | number | boolean | string[];
                    })[] | null;
                };
            };
        };
        responses: {
            /** @description The run. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description What was made of `Prefer`. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": "2020-03-09T21:18:46Z",
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "criteria": [
                     *         [
                     *           {
                     *             "attribute": "number",
                     *             "operator": "IS_EQUAL_TO",
                     *             "value": "900-00001"
                     *           }
                     *         ]
                     *       ],
                     *       "criteriaResultsCount": 1,
                     *       "files": [
                     *         {
                     *           "guid": "VDXGZCX0BEXDWF5CV9RE",
                     *           "title": null
                     *         }
                     *       ],
                     *       "guid": "M407Q30F25L3M5WZUF9M",
                     *       "number": 1,
                     *       "status": "COMPLETE"
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /**
                         * Format: date-time
                         * @description When the run was accepted.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        criteria: (({
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        } | string)[] | string | {
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        })[] | null;
                        criteriaResultsCount: number | null;
                        files?: {
                            guid: string;
                            title: null;
                        }[];
                        guid: string;
                        number: number;
                        /** @enum {string} */
                        status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                        waybill?: {
                            attempt: number;
                            endedDateTime: string | null;
                            error: {
                                code: number;
                                message: string;
                            } | null;
                            expirationDateTime: string | null;
                            progress: {
                                phase: string;
                                rowsWritten: number;
                                rowsEstimated: number | null;
                                bytesWritten: number;
                            } | null;
                            snapshot: string | null;
                            startedDateTime: string | null;
                            views: {
                                name: string;
                                rows: number;
                                bytes: number | null;
                            }[] | null;
                        };
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3004: The attribute "{0}" is not recognized.
             *
             *     3114: The specified operator "{0}" is not valid for the attribute "{1}".
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             *
             *     3140: The export must have criteria to run.
             *
             *     3142: Cannot override the criteria already set on the export definition.
             *
             *     3144: Only one export can be in progress at any point in time.
             *
             *     3148: A maximum of {0} items can be exported.
             *
             *     3149: Exports that generate over {0} lines cannot include BOM or FILES as exportViews. Narrow the criteria, or leave these views out of the export.
             *
             *     3146: Could not run export.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3004 | 3006 | 3011 | 3019 | 3031 | 3114 | 3140 | 3142 | 3144 | 3146 | 3148 | 3149 | 3257 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 409: The Idempotency-Key "{0}" was used before for another request. Send the same request again, or use another key. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 409;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getLatestCompletedRun: {
        parameters: {
            query?: {
                /** @description full: more about each run, under `waybill`. In any letter case. */
                view?: "full";
            };
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": "2020-03-09T21:18:46Z",
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "criteria": [
                     *         [
                     *           {
                     *             "attribute": "number",
                     *             "operator": "IS_EQUAL_TO",
                     *             "value": "900-00001"
                     *           }
                     *         ]
                     *       ],
                     *       "criteriaResultsCount": 1,
                     *       "files": [
                     *         {
                     *           "guid": "VDXGZCX0BEXDWF5CV9RE",
                     *           "title": null
                     *         }
                     *       ],
                     *       "guid": "M407Q30F25L3M5WZUF9M",
                     *       "number": 1,
                     *       "status": "COMPLETE"
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /**
                         * Format: date-time
                         * @description When the run was accepted.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        criteria: (({
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        } | string)[] | string | {
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        })[] | null;
                        criteriaResultsCount: number | null;
                        files?: {
                            guid: string;
                            title: null;
                        }[];
                        guid: string;
                        number: number;
                        /** @enum {string} */
                        status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                        waybill?: {
                            attempt: number;
                            endedDateTime: string | null;
                            error: {
                                code: number;
                                message: string;
                            } | null;
                            expirationDateTime: string | null;
                            progress: {
                                phase: string;
                                rowsWritten: number;
                                rowsEstimated: number | null;
                                bytesWritten: number;
                            } | null;
                            snapshot: string | null;
                            startedDateTime: string | null;
                            views: {
                                name: string;
                                rows: number;
                                bytes: number | null;
                            }[] | null;
                        };
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: {
                /** @description full: more about each run, under `waybill`. In any letter case. */
                view?: "full";
            };
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
                /** @description The run. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": "2020-03-09T21:18:46Z",
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "criteria": [
                     *         [
                     *           {
                     *             "attribute": "number",
                     *             "operator": "IS_EQUAL_TO",
                     *             "value": "900-00001"
                     *           }
                     *         ]
                     *       ],
                     *       "criteriaResultsCount": 1,
                     *       "files": [
                     *         {
                     *           "guid": "VDXGZCX0BEXDWF5CV9RE",
                     *           "title": null
                     *         }
                     *       ],
                     *       "guid": "M407Q30F25L3M5WZUF9M",
                     *       "number": 1,
                     *       "status": "COMPLETE"
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /**
                         * Format: date-time
                         * @description When the run was accepted.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        criteria: (({
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        } | string)[] | string | {
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        })[] | null;
                        criteriaResultsCount: number | null;
                        files?: {
                            guid: string;
                            title: null;
                        }[];
                        guid: string;
                        number: number;
                        /** @enum {string} */
                        status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                        waybill?: {
                            attempt: number;
                            endedDateTime: string | null;
                            error: {
                                code: number;
                                message: string;
                            } | null;
                            expirationDateTime: string | null;
                            progress: {
                                phase: string;
                                rowsWritten: number;
                                rowsEstimated: number | null;
                                bytesWritten: number;
                            } | null;
                            snapshot: string | null;
                            startedDateTime: string | null;
                            views: {
                                name: string;
                                rows: number;
                                bytes: number | null;
                            }[] | null;
                        };
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    abortRun: {
        parameters: {
            query?: {
                /** @description full: more about each run, under `waybill`. In any letter case. */
                view?: "full";
            };
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
                /** @description The run. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": "2020-03-09T21:18:46Z",
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "criteria": [
                     *         [
                     *           {
                     *             "attribute": "number",
                     *             "operator": "IS_EQUAL_TO",
                     *             "value": "900-00001"
                     *           }
                     *         ]
                     *       ],
                     *       "criteriaResultsCount": 1,
                     *       "files": [
                     *         {
                     *           "guid": "VDXGZCX0BEXDWF5CV9RE",
                     *           "title": null
                     *         }
                     *       ],
                     *       "guid": "M407Q30F25L3M5WZUF9M",
                     *       "number": 1,
                     *       "status": "ABORTED"
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /**
                         * Format: date-time
                         * @description When the run was accepted.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        criteria: (({
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        } | string)[] | string | {
                            attribute: string;
                            operator: string;
                            value: string | number | boolean | string[];
                        })[] | null;
                        criteriaResultsCount: number | null;
                        files?: {
                            guid: string;
                            title: null;
                        }[];
                        guid: string;
                        number: number;
                        /** @enum {string} */
                        status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                        waybill?: {
                            attempt: number;
                            endedDateTime: string | null;
                            error: {
                                code: number;
                                message: string;
                            } | null;
                            expirationDateTime: string | null;
                            progress: {
                                phase: string;
                                rowsWritten: number;
                                rowsEstimated: number | null;
                                bytesWritten: number;
                            } | null;
                            snapshot: string | null;
                            startedDateTime: string | null;
                            views: {
                                name: string;
                                rows: number;
                                bytes: number | null;
                            }[] | null;
                        };
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3031: The attribute "{0}" is not creatable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3006 | 3011 | 3019 | 3031;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 409: The export run has ended with the status "{0}" and can no longer be aborted. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 409;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    followRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
                /** @description The run. */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until the run has ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description no-store */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: run
                     *     data: {"completionDateTime":"2020-03-09T21:18:46Z","creationDateTime":"2020-03-09T21:18:43Z","creator":{"email":"hwalker@everyroadgps.com","fullName":"Heidi Walker","guid":"WEYH0DYPCFWFH0JS1PD0"},"criteria":[[{"attribute":"number","operator":"IS_EQUAL_TO","value":"900-00001"}]],"criteriaResultsCount":1,"files":[{"guid":"VDXGZCX0BEXDWF5CV9RE","title":null}],"guid":"M407Q30F25L3M5WZUF9M","number":1,"status":"COMPLETE"}
                     */
                    "text/event-stream": string;
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}".
             *
             *     429: You follow {0} runs at once already. Close one of these streams, or ask for the run itself now and then.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 429 | 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getRunFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
                /** @description The run. */
                run: string;
                /** @description The file of the run. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "category": {
                     *         "guid": null,
                     *         "name": null
                     *       },
                     *       "checkedOut": false,
                     *       "creationDateTime": "2020-03-09T21:18:46Z",
                     *       "description": null,
                     *       "edition": "1",
                     *       "format": "ZIP",
                     *       "guid": "VDXGZCX0BEXDWF5CV9RE",
                     *       "hasMarkup": false,
                     *       "haveContent": true,
                     *       "lastModifiedDateTime": "2020-03-09T21:18:46Z",
                     *       "latest": true,
                     *       "location": null,
                     *       "locked": false,
                     *       "mimeType": "application/zip",
                     *       "name": "Model 300 Export Results.zip",
                     *       "number": "1",
                     *       "private": false,
                     *       "size": 18264,
                     *       "storageMethodName": "FILE",
                     *       "title": null,
                     *       "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
                     *     }
                     */
                    "application/json": {
                        author: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        category: {
                            guid: null;
                            name: null;
                        };
                        checkedOut: boolean;
                        /**
                         * Format: date-time
                         * @description When the file was complete.
                         */
                        creationDateTime: string;
                        description: null;
                        edition: string;
                        format: string;
                        guid: string;
                        hasMarkup: boolean;
                        haveContent: boolean;
                        /**
                         * Format: date-time
                         * @description When the file was complete.
                         */
                        lastModifiedDateTime: string;
                        latest: boolean;
                        location: null;
                        locked: boolean;
                        mimeType: string;
                        name: string;
                        number: string;
                        private: boolean;
                        /** @description Bytes. */
                        size: number;
                        storageMethodName: string;
                        title: null;
                        /** @description SHA-256 of the content, in hexadecimal. */
                        sha256: string;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    downloadRunFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description One part of the file, by bytes: `bytes=1000-1999`, `bytes=1000-`, `bytes=-1000`. */
                Range?: string;
                /** @description An ETag or a date of Last-Modified: when it is not that of the file, the whole file is sent. */
                "If-Range"?: string;
                /** @description ETags that the client would go on with, or `*`: else the answer is an error. */
                "If-Match"?: string;
                /** @description ETags of what the client has, or `*`: then no content is sent. */
                "If-None-Match"?: string;
                /** @description Counts when there is no If-None-Match. */
                "If-Modified-Since"?: string;
                /** @description Counts when there is no If-Match. */
                "If-Unmodified-Since"?: string;
            };
            path: {
                /** @description The export definition. */
                guid: string;
                /** @description The run. */
                run: string;
                /** @description The file of the run. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content of the file: a zip, or a JSON document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description The name of the file, RFC 6266. */
                    "Content-Disposition"?: string;
                    /** @description `bytes` */
                    "Accept-Ranges"?: string;
                    /** @description SHA-256 of the whole file, RFC 9530. */
                    "Repr-Digest"?: string;
                    /** @description Names this content, for good. */
                    ETag?: string;
                    /** @description When the file was complete. */
                    "Last-Modified"?: string;
                    /** @description `private, no-transform` */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The part of the content that `Range` asks for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description Which bytes these are, and of how many. */
                    "Content-Range"?: string;
                    /** @description The name of the file, RFC 6266. */
                    "Content-Disposition"?: string;
                    /** @description `bytes` */
                    "Accept-Ranges"?: string;
                    /** @description SHA-256 of the whole file, RFC 9530. */
                    "Repr-Digest"?: string;
                    /** @description Names this content, for good. */
                    ETag?: string;
                    /** @description When the file was complete. */
                    "Last-Modified"?: string;
                    /** @description `private, no-transform` */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The client has this content already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description Names this content, for good. */
                    ETag?: string;
                    /** @description When the file was complete. */
                    "Last-Modified"?: string;
                    /** @description `private, no-transform` */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3017: The file with guid "{0}" cannot be downloaded at this time.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3017 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 412: The file is not in the state that the header {0} of the request asks for. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 412;
                        errors: {
                            /** @enum {integer} */
                            code: 412;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 416: The range "{0}" lies outside of the file. */
            416: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 416;
                        errors: {
                            /** @enum {integer} */
                            code: 416;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listRunFileMembers: {
        parameters: {
            query?: {
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
                /** @description The run. */
                run: string;
                /** @description The file of the run. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Members in the order in which they stand in the file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "name": "SPECS.csv",
                     *           "size": 48211,
                     *           "compressedSize": 7402,
                     *           "crc32": "1c291ca3",
                     *           "modifiedDateTime": "2020-03-09T21:18:44Z",
                     *           "hasPreview": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            name: string;
                            /** @description Bytes, unpacked. */
                            size: number;
                            /** @description Bytes that it takes in the file. */
                            compressedSize: number;
                            crc32: string | null;
                            /**
                             * Format: date-time
                             * @description The moment of the records that it shows.
                             */
                            modifiedDateTime: string;
                            /** @description Whether its rows can be shown, as far as its name tells. */
                            hasPreview: boolean;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3017: The file with guid "{0}" cannot be downloaded at this time.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3011 | 3017 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    previewRunFileMember: {
        parameters: {
            query?: {
                /** @description How many rows to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The export definition. */
                guid: string;
                /** @description The run. */
                run: string;
                /** @description The file of the run. */
                file: string;
                /** @description The member of the file, by its name. */
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows from the first one on. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "columns": [
                     *         "number",
                     *         "name",
                     *         "revisionNumber"
                     *       ],
                     *       "rows": [
                     *         [
                     *           "900-00001",
                     *           "Model 300",
                     *           null
                     *         ]
                     *       ],
                     *       "complete": true
                     *     }
                     */
                    "application/json": {
                        columns: string[];
                        rows: (string | null)[][];
                        /** @description Whether these are all rows of the member. */
                        complete: boolean;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3017: The file with guid "{0}" cannot be downloaded at this time.
             *
             *     4415: The member "{0}" cannot be shown as a table: only csv and json members with rows can. Download the file to see it.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3011 | 3017 | 3019 | 3041 | 4415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description The status of the import. In any letter case. */
                status?: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "COMPLETE" | "FAILED" | "ABORTED";
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Imports, the newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "completionDateTime": null,
                     *           "contentFiles": 0,
                     *           "creationDateTime": "2020-03-09T21:18:43Z",
                     *           "creator": {
                     *             "email": "hwalker@everyroadgps.com",
                     *             "fullName": "Heidi Walker",
                     *             "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *           },
                     *           "error": null,
                     *           "files": [
                     *             {
                     *               "columns": {
                     *                 "Part No": "number",
                     *                 "Title": "name",
                     *                 "Price (EUR)": "standardCost",
                     *                 "Remarks": null
                     *               },
                     *               "headers": [
                     *                 "Part No",
                     *                 "Title",
                     *                 "Price (EUR)",
                     *                 "Remarks"
                     *               ],
                     *               "name": "parts.csv",
                     *               "problems": 1,
                     *               "size": 48213,
                     *               "view": "SPECS"
                     *             }
                     *           ],
                     *           "guid": "K2V7X0C3GZ1RWJ4X7KD9",
                     *           "hasFiles": true,
                     *           "hasSettings": false,
                     *           "name": "parts.csv",
                     *           "problems": {
                     *             "count": 1,
                     *             "results": [
                     *               {
                     *                 "file": "parts.csv",
                     *                 "line": 14,
                     *                 "message": "\"standardCost\" is \"cheap\": expected a number"
                     *               }
                     *             ]
                     *           },
                     *           "progress": null,
                     *           "size": 48213,
                     *           "status": "CHECKED",
                     *           "summary": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            completionDateTime: string | null;
                            /** @description Physical files in the upload, for `contentPath`. */
                            contentFiles: number;
                            /**
                             * Format: date-time
                             * @description When it was uploaded.
                             */
                            creationDateTime: string;
                            creator: {
                                email: string | null;
                                fullName: string;
                                guid: string;
                            };
                            error: {
                                code: number;
                                message: string;
                            } | null;
                            /** @description The tables of the upload. */
                            files: {
                                /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                                columns: {
                                    [key: string]: string | null;
                                };
                                /** @description The header row, as it stands in the file. */
                                headers: string[];
                                /** @description The name of the file. */
                                name: string;
                                /** @description How many problems are told of this file. */
                                problems: number;
                                /** @description Bytes, unpacked. */
                                size: number;
                                view: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                            }[];
                            guid: string;
                            /** @description Whether the uploaded files are still kept. */
                            hasFiles: boolean;
                            /** @description Whether there is a settings.json. */
                            hasSettings: boolean;
                            /** @description The name of what was uploaded. */
                            name: string;
                            /** @description What the last check, or the import, has found to be wrong. */
                            problems: {
                                /** @description All that were found. */
                                count: number;
                                /** @description The first of them. */
                                results: {
                                    file: string | null;
                                    line: number | null;
                                    message: string;
                                }[];
                            };
                            progress: {
                                file: string | null;
                                /** @enum {string} */
                                phase: "waiting" | "reading" | "merging" | "storing";
                                rowsExpected: number | null;
                                /** @description Rows of all files so far. */
                                rowsRead: number;
                            } | null;
                            /** @description Bytes of the upload. */
                            size: number;
                            /**
                             * @description UPLOADED: the files are here, nothing was looked at; CHECKING: everything is being looked at; nothing is written; CHECKED: it is known what is wrong, or what would change; COMMITTING: it is being written; nobody sees anything of it yet; COMPLETE: all of it was imported; FAILED: nothing was imported; `error` says why; ABORTED: somebody stopped it; nothing was imported.
                             * @enum {string}
                             */
                            status: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "COMPLETE" | "FAILED" | "ABORTED";
                            summary: {
                                created: number;
                                /** @description Of record, such as `items`. */
                                kind: string;
                                unchanged: number;
                                updated: number;
                            }[] | null;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query?: {
                /** @description What the upload is called, when it is the body itself. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/zip": string;
                "multipart/form-data": {
                    /** @description CSV files, settings.json, or one zip. */
                    file: string[];
                };
            };
        };
        responses: {
            /** @description The import: what is in the files, and what they are taken for. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": null,
                     *       "contentFiles": 0,
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "error": null,
                     *       "files": [
                     *         {
                     *           "columns": {},
                     *           "headers": [
                     *             "Part No",
                     *             "Title",
                     *             "Price (EUR)",
                     *             "Remarks"
                     *           ],
                     *           "name": "parts.csv",
                     *           "problems": 0,
                     *           "size": 48213,
                     *           "view": "SPECS"
                     *         }
                     *       ],
                     *       "guid": "K2V7X0C3GZ1RWJ4X7KD9",
                     *       "hasFiles": true,
                     *       "hasSettings": false,
                     *       "name": "parts.csv",
                     *       "problems": {
                     *         "count": 0,
                     *         "results": []
                     *       },
                     *       "progress": null,
                     *       "size": 48213,
                     *       "status": "UPLOADED",
                     *       "summary": null
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /** @description Physical files in the upload, for `contentPath`. */
                        contentFiles: number;
                        /**
                         * Format: date-time
                         * @description When it was uploaded.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        error: {
                            code: number;
                            message: string;
                        } | null;
                        /** @description The tables of the upload. */
                        files: {
                            /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                            columns: {
                                [key: string]: string | null;
                            };
                            /** @description The header row, as it stands in the file. */
                            headers: string[];
                            /** @description The name of the file. */
                            name: string;
                            /** @description How many problems are told of this file. */
                            problems: number;
                            /** @description Bytes, unpacked. */
                            size: number;
                            view: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                        }[];
                        guid: string;
                        /** @description Whether the uploaded files are still kept. */
                        hasFiles: boolean;
                        /** @description Whether there is a settings.json. */
                        hasSettings: boolean;
                        /** @description The name of what was uploaded. */
                        name: string;
                        /** @description What the last check, or the import, has found to be wrong. */
                        problems: {
                            /** @description All that were found. */
                            count: number;
                            /** @description The first of them. */
                            results: {
                                file: string | null;
                                line: number | null;
                                message: string;
                            }[];
                        };
                        progress: {
                            file: string | null;
                            /** @enum {string} */
                            phase: "waiting" | "reading" | "merging" | "storing";
                            rowsExpected: number | null;
                            /** @description Rows of all files so far. */
                            rowsRead: number;
                        } | null;
                        /** @description Bytes of the upload. */
                        size: number;
                        /**
                         * @description UPLOADED: the files are here, nothing was looked at; CHECKING: everything is being looked at; nothing is written; CHECKED: it is known what is wrong, or what would change; COMMITTING: it is being written; nobody sees anything of it yet; COMPLETE: all of it was imported; FAILED: nothing was imported; `error` says why; ABORTED: somebody stopped it; nothing was imported.
                         * @enum {string}
                         */
                        status: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "COMPLETE" | "FAILED" | "ABORTED";
                        summary: {
                            created: number;
                            /** @description Of record, such as `items`. */
                            kind: string;
                            unchanged: number;
                            updated: number;
                        }[] | null;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3031: The attribute "{0}" is not creatable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3019 | 3031;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4422: The upload cannot be read as a bundle: {0} */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 4422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 507: There is no place for this on the server: {0}. Nothing was written. Ask the operator of the server to look after it, then try again. */
            507: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 507;
                        errors: {
                            /** @enum {integer} */
                            code: 507;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listImportViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every view. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "attributes": [
                     *             {
                     *               "fieldType": "NUMBER",
                     *               "guid": "PO1QCS2F4GGZ8JXC1M2R",
                     *               "name": "Mass"
                     *             }
                     *           ],
                     *           "columns": [
                     *             {
                     *               "name": "number",
                     *               "required": true,
                     *               "type": "text"
                     *             },
                     *             {
                     *               "name": "standardCost",
                     *               "required": false,
                     *               "type": "number"
                     *             }
                     *           ],
                     *           "takesAttributes": true,
                     *           "view": "SPECS"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /** @description The custom attributes of the workspace that can be columns too, by GUID or name. */
                            attributes: {
                                fieldType: string;
                                guid: string;
                                name: string;
                            }[];
                            columns: {
                                name: string;
                                /** @description The column has to be there, with something in each row. */
                                required: boolean;
                                /** @enum {string} */
                                type: "text" | "option" | "date-time" | "number" | "boolean";
                            }[];
                            /** @description Whether a column of another name becomes a custom attribute. */
                            takesAttributes: boolean;
                            /** @enum {string} */
                            view: "SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY";
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": null,
                     *       "contentFiles": 0,
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "error": null,
                     *       "files": [
                     *         {
                     *           "columns": {
                     *             "Part No": "number",
                     *             "Title": "name",
                     *             "Price (EUR)": "standardCost",
                     *             "Remarks": null
                     *           },
                     *           "headers": [
                     *             "Part No",
                     *             "Title",
                     *             "Price (EUR)",
                     *             "Remarks"
                     *           ],
                     *           "name": "parts.csv",
                     *           "problems": 1,
                     *           "size": 48213,
                     *           "view": "SPECS"
                     *         }
                     *       ],
                     *       "guid": "K2V7X0C3GZ1RWJ4X7KD9",
                     *       "hasFiles": true,
                     *       "hasSettings": false,
                     *       "name": "parts.csv",
                     *       "problems": {
                     *         "count": 1,
                     *         "results": [
                     *           {
                     *             "file": "parts.csv",
                     *             "line": 14,
                     *             "message": "\"standardCost\" is \"cheap\": expected a number"
                     *           }
                     *         ]
                     *       },
                     *       "progress": null,
                     *       "size": 48213,
                     *       "status": "CHECKED",
                     *       "summary": null
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /** @description Physical files in the upload, for `contentPath`. */
                        contentFiles: number;
                        /**
                         * Format: date-time
                         * @description When it was uploaded.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        error: {
                            code: number;
                            message: string;
                        } | null;
                        /** @description The tables of the upload. */
                        files: {
                            /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                            columns: {
                                [key: string]: string | null;
                            };
                            /** @description The header row, as it stands in the file. */
                            headers: string[];
                            /** @description The name of the file. */
                            name: string;
                            /** @description How many problems are told of this file. */
                            problems: number;
                            /** @description Bytes, unpacked. */
                            size: number;
                            view: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                        }[];
                        guid: string;
                        /** @description Whether the uploaded files are still kept. */
                        hasFiles: boolean;
                        /** @description Whether there is a settings.json. */
                        hasSettings: boolean;
                        /** @description The name of what was uploaded. */
                        name: string;
                        /** @description What the last check, or the import, has found to be wrong. */
                        problems: {
                            /** @description All that were found. */
                            count: number;
                            /** @description The first of them. */
                            results: {
                                file: string | null;
                                line: number | null;
                                message: string;
                            }[];
                        };
                        progress: {
                            file: string | null;
                            /** @enum {string} */
                            phase: "waiting" | "reading" | "merging" | "storing";
                            rowsExpected: number | null;
                            /** @description Rows of all files so far. */
                            rowsRead: number;
                        } | null;
                        /** @description Bytes of the upload. */
                        size: number;
                        /**
                         * @description UPLOADED: the files are here, nothing was looked at; CHECKING: everything is being looked at; nothing is written; CHECKED: it is known what is wrong, or what would change; COMMITTING: it is being written; nobody sees anything of it yet; COMPLETE: all of it was imported; FAILED: nothing was imported; `error` says why; ABORTED: somebody stopped it; nothing was imported.
                         * @enum {string}
                         */
                        status: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "COMPLETE" | "FAILED" | "ABORTED";
                        summary: {
                            created: number;
                            /** @description Of record, such as `items`. */
                            kind: string;
                            unchanged: number;
                            updated: number;
                        }[] | null;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    abortImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": null,
                     *       "contentFiles": 0,
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "error": null,
                     *       "files": [
                     *         {
                     *           "columns": {
                     *             "Part No": "number",
                     *             "Title": "name",
                     *             "Price (EUR)": "standardCost",
                     *             "Remarks": null
                     *           },
                     *           "headers": [
                     *             "Part No",
                     *             "Title",
                     *             "Price (EUR)",
                     *             "Remarks"
                     *           ],
                     *           "name": "parts.csv",
                     *           "problems": 1,
                     *           "size": 48213,
                     *           "view": "SPECS"
                     *         }
                     *       ],
                     *       "guid": "K2V7X0C3GZ1RWJ4X7KD9",
                     *       "hasFiles": false,
                     *       "hasSettings": false,
                     *       "name": "parts.csv",
                     *       "problems": {
                     *         "count": 1,
                     *         "results": [
                     *           {
                     *             "file": "parts.csv",
                     *             "line": 14,
                     *             "message": "\"standardCost\" is \"cheap\": expected a number"
                     *           }
                     *         ]
                     *       },
                     *       "progress": null,
                     *       "size": 48213,
                     *       "status": "ABORTED",
                     *       "summary": null
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /** @description Physical files in the upload, for `contentPath`. */
                        contentFiles: number;
                        /**
                         * Format: date-time
                         * @description When it was uploaded.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        error: {
                            code: number;
                            message: string;
                        } | null;
                        /** @description The tables of the upload. */
                        files: {
                            /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                            columns: {
                                [key: string]: string | null;
                            };
                            /** @description The header row, as it stands in the file. */
                            headers: string[];
                            /** @description The name of the file. */
                            name: string;
                            /** @description How many problems are told of this file. */
                            problems: number;
                            /** @description Bytes, unpacked. */
                            size: number;
                            view: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                        }[];
                        guid: string;
                        /** @description Whether the uploaded files are still kept. */
                        hasFiles: boolean;
                        /** @description Whether there is a settings.json. */
                        hasSettings: boolean;
                        /** @description The name of what was uploaded. */
                        name: string;
                        /** @description What the last check, or the import, has found to be wrong. */
                        problems: {
                            /** @description All that were found. */
                            count: number;
                            /** @description The first of them. */
                            results: {
                                file: string | null;
                                line: number | null;
                                message: string;
                            }[];
                        };
                        progress: {
                            file: string | null;
                            /** @enum {string} */
                            phase: "waiting" | "reading" | "merging" | "storing";
                            rowsExpected: number | null;
                            /** @description Rows of all files so far. */
                            rowsRead: number;
                        } | null;
                        /** @description Bytes of the upload. */
                        size: number;
                        /**
                         * @description UPLOADED: the files are here, nothing was looked at; CHECKING: everything is being looked at; nothing is written; CHECKED: it is known what is wrong, or what would change; COMMITTING: it is being written; nobody sees anything of it yet; COMPLETE: all of it was imported; FAILED: nothing was imported; `error` says why; ABORTED: somebody stopped it; nothing was imported.
                         * @enum {string}
                         */
                        status: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "COMPLETE" | "FAILED" | "ABORTED";
                        summary: {
                            created: number;
                            /** @description Of record, such as `items`. */
                            kind: string;
                            unchanged: number;
                            updated: number;
                        }[] | null;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3011 | 3019 | 3031;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 409: The import has the status "{0}" and can no longer be {1}. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 409;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    files?: {
                        /** @description The file. */
                        name: string;
                        view?: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                        /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                        columns?: {
                            [key: string]: string | null;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description It has begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": null,
                     *       "contentFiles": 0,
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "error": null,
                     *       "files": [
                     *         {
                     *           "columns": {
                     *             "Part No": "number",
                     *             "Title": "name",
                     *             "Price (EUR)": "standardCost",
                     *             "Remarks": null
                     *           },
                     *           "headers": [
                     *             "Part No",
                     *             "Title",
                     *             "Price (EUR)",
                     *             "Remarks"
                     *           ],
                     *           "name": "parts.csv",
                     *           "problems": 0,
                     *           "size": 48213,
                     *           "view": "SPECS"
                     *         }
                     *       ],
                     *       "guid": "K2V7X0C3GZ1RWJ4X7KD9",
                     *       "hasFiles": true,
                     *       "hasSettings": false,
                     *       "name": "parts.csv",
                     *       "problems": {
                     *         "count": 0,
                     *         "results": []
                     *       },
                     *       "progress": {
                     *         "file": null,
                     *         "phase": "waiting",
                     *         "rowsExpected": null,
                     *         "rowsRead": 0
                     *       },
                     *       "size": 48213,
                     *       "status": "CHECKING",
                     *       "summary": null
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /** @description Physical files in the upload, for `contentPath`. */
                        contentFiles: number;
                        /**
                         * Format: date-time
                         * @description When it was uploaded.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        error: {
                            code: number;
                            message: string;
                        } | null;
                        /** @description The tables of the upload. */
                        files: {
                            /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                            columns: {
                                [key: string]: string | null;
                            };
                            /** @description The header row, as it stands in the file. */
                            headers: string[];
                            /** @description The name of the file. */
                            name: string;
                            /** @description How many problems are told of this file. */
                            problems: number;
                            /** @description Bytes, unpacked. */
                            size: number;
                            view: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                        }[];
                        guid: string;
                        /** @description Whether the uploaded files are still kept. */
                        hasFiles: boolean;
                        /** @description Whether there is a settings.json. */
                        hasSettings: boolean;
                        /** @description The name of what was uploaded. */
                        name: string;
                        /** @description What the last check, or the import, has found to be wrong. */
                        problems: {
                            /** @description All that were found. */
                            count: number;
                            /** @description The first of them. */
                            results: {
                                file: string | null;
                                line: number | null;
                                message: string;
                            }[];
                        };
                        progress: {
                            file: string | null;
                            /** @enum {string} */
                            phase: "waiting" | "reading" | "merging" | "storing";
                            rowsExpected: number | null;
                            /** @description Rows of all files so far. */
                            rowsRead: number;
                        } | null;
                        /** @description Bytes of the upload. */
                        size: number;
                        /**
                         * @description UPLOADED: the files are here, nothing was looked at; CHECKING: everything is being looked at; nothing is written; CHECKED: it is known what is wrong, or what would change; COMMITTING: it is being written; nobody sees anything of it yet; COMPLETE: all of it was imported; FAILED: nothing was imported; `error` says why; ABORTED: somebody stopped it; nothing was imported.
                         * @enum {string}
                         */
                        status: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "COMPLETE" | "FAILED" | "ABORTED";
                        summary: {
                            created: number;
                            /** @description Of record, such as `items`. */
                            kind: string;
                            unchanged: number;
                            updated: number;
                        }[] | null;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3006 | 3011 | 3019 | 3031;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 409: The import has the status "{0}" and can no longer be {1}. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 409;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4410: The uploaded files are not kept any more: they are for a day. Upload them again. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 410;
                        errors: {
                            /** @enum {integer} */
                            code: 4410;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    files?: {
                        /** @description The file. */
                        name: string;
                        view?: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                        /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                        columns?: {
                            [key: string]: string | null;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description It has begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionDateTime": null,
                     *       "contentFiles": 0,
                     *       "creationDateTime": "2020-03-09T21:18:43Z",
                     *       "creator": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "error": null,
                     *       "files": [
                     *         {
                     *           "columns": {
                     *             "Part No": "number",
                     *             "Title": "name",
                     *             "Price (EUR)": "standardCost",
                     *             "Remarks": null
                     *           },
                     *           "headers": [
                     *             "Part No",
                     *             "Title",
                     *             "Price (EUR)",
                     *             "Remarks"
                     *           ],
                     *           "name": "parts.csv",
                     *           "problems": 0,
                     *           "size": 48213,
                     *           "view": "SPECS"
                     *         }
                     *       ],
                     *       "guid": "K2V7X0C3GZ1RWJ4X7KD9",
                     *       "hasFiles": true,
                     *       "hasSettings": false,
                     *       "name": "parts.csv",
                     *       "problems": {
                     *         "count": 0,
                     *         "results": []
                     *       },
                     *       "progress": {
                     *         "file": null,
                     *         "phase": "waiting",
                     *         "rowsExpected": null,
                     *         "rowsRead": 0
                     *       },
                     *       "size": 48213,
                     *       "status": "COMMITTING",
                     *       "summary": null
                     *     }
                     */
                    "application/json": {
                        completionDateTime: string | null;
                        /** @description Physical files in the upload, for `contentPath`. */
                        contentFiles: number;
                        /**
                         * Format: date-time
                         * @description When it was uploaded.
                         */
                        creationDateTime: string;
                        creator: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        error: {
                            code: number;
                            message: string;
                        } | null;
                        /** @description The tables of the upload. */
                        files: {
                            /** @description What columns stand for, by their headers: the name of a column of the view, a custom attribute by its GUID or name, or null to leave the column out. A column that is not named stands for what its header says. */
                            columns: {
                                [key: string]: string | null;
                            };
                            /** @description The header row, as it stands in the file. */
                            headers: string[];
                            /** @description The name of the file. */
                            name: string;
                            /** @description How many problems are told of this file. */
                            problems: number;
                            /** @description Bytes, unpacked. */
                            size: number;
                            view: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY") | null;
                        }[];
                        guid: string;
                        /** @description Whether the uploaded files are still kept. */
                        hasFiles: boolean;
                        /** @description Whether there is a settings.json. */
                        hasSettings: boolean;
                        /** @description The name of what was uploaded. */
                        name: string;
                        /** @description What the last check, or the import, has found to be wrong. */
                        problems: {
                            /** @description All that were found. */
                            count: number;
                            /** @description The first of them. */
                            results: {
                                file: string | null;
                                line: number | null;
                                message: string;
                            }[];
                        };
                        progress: {
                            file: string | null;
                            /** @enum {string} */
                            phase: "waiting" | "reading" | "merging" | "storing";
                            rowsExpected: number | null;
                            /** @description Rows of all files so far. */
                            rowsRead: number;
                        } | null;
                        /** @description Bytes of the upload. */
                        size: number;
                        /**
                         * @description UPLOADED: the files are here, nothing was looked at; CHECKING: everything is being looked at; nothing is written; CHECKED: it is known what is wrong, or what would change; COMMITTING: it is being written; nobody sees anything of it yet; COMPLETE: all of it was imported; FAILED: nothing was imported; `error` says why; ABORTED: somebody stopped it; nothing was imported.
                         * @enum {string}
                         */
                        status: "UPLOADED" | "CHECKING" | "CHECKED" | "COMMITTING" | "COMPLETE" | "FAILED" | "ABORTED";
                        summary: {
                            created: number;
                            /** @description Of record, such as `items`. */
                            kind: string;
                            unchanged: number;
                            updated: number;
                        }[] | null;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3006 | 3011 | 3019 | 3031;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 409: The import has the status "{0}" and can no longer be {1}.
             *
             *     4409: Something is wrong with the files, so nothing was imported. Mend what is told of them, and upload them again.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 409 | 4409;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4410: The uploaded files are not kept any more: they are for a day. Upload them again. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 410;
                        errors: {
                            /** @enum {integer} */
                            code: 4410;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listImportProblems: {
        parameters: {
            query?: {
                /** @description Problems of this file only: its name. */
                file?: string;
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The import. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Problems in the order in which they were found: file by file, line by line. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "file": "parts.csv",
                     *           "line": 14,
                     *           "message": "\"standardCost\" is \"cheap\": expected a number"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            file: string | null;
                            line: number | null;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3011 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listItems: {
        parameters: {
            query?: {
                /** @description The item number: the whole text in any case; `*` stands for any characters. */
                number?: string;
                /** @description The name: the whole text in any case; `*` stands for any characters. */
                name?: string;
                /** @description The description: the whole text in any case; `*` stands for any characters. */
                description?: string;
                /** @description The GUID of the revision. */
                guid?: string;
                /** @description The revision: the whole text in any case; `*` stands for any characters. */
                revisionNumber?: string;
                /** @description WORKING or EFFECTIVE: the whole text in any case; `*` stands for any characters. */
                revisionStatus?: string;
                /** @description The unit of measure: the whole text in any case; `*` stands for any characters. */
                uom?: string;
                /** @description How the item is procured: the whole text in any case; `*` stands for any characters. */
                procurementType?: string;
                /** @description The category, by GUID. */
                "category.guid"?: string;
                /** @description The category, by name: the whole text in any case; `*` stands for any characters. */
                "category.name"?: string;
                /** @description The category, by its path: the whole text in any case; `*` stands for any characters. */
                "category.path"?: string;
                /** @description The lifecycle phase, by GUID. */
                "lifecyclePhase.guid"?: string;
                /** @description The lifecycle phase, by name: the whole text in any case; `*` stands for any characters. */
                "lifecyclePhase.name"?: string;
                /** @description The stage of the lifecycle phase: the whole text in any case; `*` stands for any characters. */
                "lifecyclePhase.stage"?: string;
                /** @description The owner, by GUID. */
                "owner.guid"?: string;
                /** @description The owner, by name: the whole text in any case; `*` stands for any characters. */
                "owner.fullName"?: string;
                /** @description Who made the revision, by GUID. */
                "creator.guid"?: string;
                /** @description Who made the revision, by name: the whole text in any case; `*` stands for any characters. */
                "creator.fullName"?: string;
                /** @description Who made the revision, by e-mail address: the whole text in any case; `*` stands for any characters. */
                "creator.email"?: string;
                /** @description A supplier of the item, by GUID. */
                "supplier.guid"?: string;
                /** @description A supplier of the item, by name: the whole text in any case; `*` stands for any characters. */
                "supplier.name"?: string;
                /** @description A supplier item of the item, by GUID. */
                "supplierItem.guid"?: string;
                /** @description A supplier item of the item, by name: the whole text in any case; `*` stands for any characters. */
                "supplierItem.name"?: string;
                /** @description A supplier item of the item, by number: the whole text in any case; `*` stands for any characters. */
                "supplierItem.number"?: string;
                /** @description Whether the item has a BOM. */
                isAssembly?: boolean;
                /** @description Whether a BOM has the item. */
                inAssembly?: boolean;
                /** @description Whether the item is shared. */
                shared?: boolean;
                /** @description Whether there is a deviation. */
                deviated?: boolean;
                /** @description Whether the working revision has another BOM. */
                modifiedBOM?: boolean;
                /** @description Whether the working revision has other specifications. */
                modifiedSpecs?: boolean;
                /** @description Whether the working revision has other sources. */
                modifiedSourcing?: boolean;
                /** @description Whether the working revision has other files. */
                modifiedFiles?: boolean;
                /** @description The production cost. */
                productionCost?: string;
                /** @description The prototype cost. */
                prototypeCost?: string;
                /** @description The standard cost. */
                standardCost?: string;
                /** @description The target cost. */
                targetCost?: string;
                /** @description The target price. */
                targetPrice?: string;
                /**
                 * @description When the revision was made: then or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                creationDateTimeFrom?: string;
                /**
                 * @description When the revision was made: then or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                creationDateTimeTo?: string;
                /**
                 * @description When the revision became effective: then or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                effectiveDateTimeFrom?: string;
                /**
                 * @description When the revision became effective: then or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                effectiveDateTimeTo?: string;
                /**
                 * @description When the revision was changed last: then or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                lastModifiedDateTimeFrom?: string;
                /**
                 * @description When the revision was changed last: then or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                lastModifiedDateTimeTo?: string;
                /** @description Words, at most 8, in any case: each stands somewhere in the number, the name, the description or a manufacturer item number of the item. `*` stands for any characters. */
                search?: string;
                /**
                 * @description Criteria as an export has them, as JSON: only items that match them, and the filters.
                 * @example [[{"attribute":"number","operator":"STARTS_WITH","value":"900-"}]]
                 */
                criteria?: string;
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Items in the order of their numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "number": "900-00001",
                     *           "guid": "A1S8H3C5M2Q0K7R4T9VX",
                     *           "revisionNumber": "B",
                     *           "name": "Model 300",
                     *           "lifecyclePhase": {
                     *             "guid": "S8W9UOYBV227CHU19B62",
                     *             "name": "In Production"
                     *           },
                     *           "category": {
                     *             "guid": "BA8U6OUW9BTQVTY3PGCD",
                     *             "name": "Handheld",
                     *             "path": "Product/Handheld"
                     *           },
                     *           "description": "GPS receiver, handheld",
                     *           "uom": "each",
                     *           "procurementType": "MTS",
                     *           "offTheShelf": false,
                     *           "owner": {
                     *             "fullName": "Heidi Walker"
                     *           },
                     *           "creationDateTime": "2020-01-14T09:30:00Z",
                     *           "shared": false,
                     *           "creator": {
                     *             "fullName": "Heidi Walker",
                     *             "email": "hwalker@everyroadgps.com"
                     *           },
                     *           "deviated": false,
                     *           "effectiveDateTime": "2020-02-03T16:00:00Z",
                     *           "isAssembly": true,
                     *           "modifiedBOM": false,
                     *           "modifiedFiles": false,
                     *           "modifiedSourcing": false,
                     *           "modifiedSpecs": false,
                     *           "modifiedCosting": false,
                     *           "productionCost": null,
                     *           "prototypeCost": null,
                     *           "targetCost": null,
                     *           "targetPrice": null,
                     *           "standardCost": 118.4,
                     *           "revisionStatus": "EFFECTIVE",
                     *           "supersededDateTime": null,
                     *           "additionalAttributes": [
                     *             {
                     *               "apiName": "PO1QCS2F4GGZ8JXC1M2R",
                     *               "fieldType": "NUMBER",
                     *               "guid": "PO1QCS2F4GGZ8JXC1M2R",
                     *               "name": "Mass",
                     *               "value": 231.5
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            number: string | null;
                            guid: string | null;
                            revisionNumber: string | null;
                            name: string | null;
                            lifecyclePhase: {
                                guid: string | null;
                                name: string | null;
                            };
                            category: {
                                guid: string | null;
                                name: string | null;
                                path: string | null;
                            };
                            description: string | null;
                            uom: string | null;
                            procurementType: string | null;
                            offTheShelf: boolean;
                            owner: {
                                fullName: string | null;
                            };
                            creationDateTime: string | null;
                            shared: boolean;
                            creator: {
                                fullName: string | null;
                                email: string | null;
                            };
                            deviated: boolean;
                            effectiveDateTime: string | null;
                            isAssembly: boolean;
                            modifiedBOM: boolean;
                            modifiedFiles: boolean;
                            modifiedSourcing: boolean;
                            modifiedSpecs: boolean;
                            modifiedCosting: boolean;
                            productionCost: number | null;
                            prototypeCost: number | null;
                            targetCost: number | null;
                            targetPrice: number | null;
                            standardCost: number | null;
                            revisionStatus: string | null;
                            supersededDateTime: string | null;
                            /** @description The custom attributes of the workspace, by name. */
                            additionalAttributes?: {
                                apiName: string;
                                /** @enum {string} */
                                fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                                guid: string;
                                name: string;
                                value: (string | number | boolean | string[]) | null;
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3004: The attribute "{0}" is not recognized.
             *
             *     3114: The specified operator "{0}" is not valid for the attribute "{1}".
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3031: The attribute "{0}" is not creatable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3004 | 3006 | 3019 | 3031 | 3041 | 3114 | 3257 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getItem: {
        parameters: {
            query?: {
                /** @description Another revision of the item, by its number; empty: the one that has none. */
                revisionNumber?: string;
                /** @description Another revision of the item, by its status. In any letter case. */
                revisionStatus?: "WORKING" | "EFFECTIVE" | "SUPERSEDED";
            };
            header?: never;
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "900-00001",
                     *       "guid": "A1S8H3C5M2Q0K7R4T9VX",
                     *       "revisionNumber": "B",
                     *       "name": "Model 300",
                     *       "lifecyclePhase": {
                     *         "guid": "S8W9UOYBV227CHU19B62",
                     *         "name": "In Production"
                     *       },
                     *       "category": {
                     *         "guid": "BA8U6OUW9BTQVTY3PGCD",
                     *         "name": "Handheld",
                     *         "path": "Product/Handheld"
                     *       },
                     *       "description": "GPS receiver, handheld",
                     *       "uom": "each",
                     *       "procurementType": "MTS",
                     *       "offTheShelf": false,
                     *       "owner": {
                     *         "fullName": "Heidi Walker"
                     *       },
                     *       "creationDateTime": "2020-01-14T09:30:00Z",
                     *       "shared": false,
                     *       "creator": {
                     *         "fullName": "Heidi Walker",
                     *         "email": "hwalker@everyroadgps.com"
                     *       },
                     *       "deviated": false,
                     *       "effectiveDateTime": "2020-02-03T16:00:00Z",
                     *       "isAssembly": true,
                     *       "modifiedBOM": false,
                     *       "modifiedFiles": false,
                     *       "modifiedSourcing": false,
                     *       "modifiedSpecs": false,
                     *       "modifiedCosting": false,
                     *       "productionCost": null,
                     *       "prototypeCost": null,
                     *       "targetCost": null,
                     *       "targetPrice": null,
                     *       "standardCost": 118.4,
                     *       "revisionStatus": "EFFECTIVE",
                     *       "supersededDateTime": null,
                     *       "additionalAttributes": [
                     *         {
                     *           "apiName": "PO1QCS2F4GGZ8JXC1M2R",
                     *           "fieldType": "NUMBER",
                     *           "guid": "PO1QCS2F4GGZ8JXC1M2R",
                     *           "name": "Mass",
                     *           "value": 231.5
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        number: string | null;
                        guid: string | null;
                        revisionNumber: string | null;
                        name: string | null;
                        lifecyclePhase: {
                            guid: string | null;
                            name: string | null;
                        };
                        category: {
                            guid: string | null;
                            name: string | null;
                            path: string | null;
                        };
                        description: string | null;
                        uom: string | null;
                        procurementType: string | null;
                        offTheShelf: boolean;
                        owner: {
                            fullName: string | null;
                        };
                        creationDateTime: string | null;
                        shared: boolean;
                        creator: {
                            fullName: string | null;
                            email: string | null;
                        };
                        deviated: boolean;
                        effectiveDateTime: string | null;
                        isAssembly: boolean;
                        modifiedBOM: boolean;
                        modifiedFiles: boolean;
                        modifiedSourcing: boolean;
                        modifiedSpecs: boolean;
                        modifiedCosting: boolean;
                        productionCost: number | null;
                        prototypeCost: number | null;
                        targetCost: number | null;
                        targetPrice: number | null;
                        standardCost: number | null;
                        revisionStatus: string | null;
                        supersededDateTime: string | null;
                        /** @description The custom attributes of the workspace, by name. */
                        additionalAttributes?: {
                            apiName: string;
                            /** @enum {string} */
                            fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                            guid: string;
                            name: string;
                            value: (string | number | boolean | string[]) | null;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listBomLines: {
        parameters: {
            query?: {
                /** @description Another revision of the item, by its number; empty: the one that has none. */
                revisionNumber?: string;
                /** @description Another revision of the item, by its status. In any letter case. */
                revisionStatus?: "WORKING" | "EFFECTIVE" | "SUPERSEDED";
                /** @description `full`: with more, under `waybill`. In any letter case. */
                view?: "full";
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description BOM lines in the order of their line numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "item": {
                     *             "number": "600-00001",
                     *             "guid": "QYI2LA573C8QFO0NQQTQ",
                     *             "revisionNumber": "C",
                     *             "name": "Main board assembly"
                     *           },
                     *           "guid": "IV1HIA3RZRO0PA30UCY2",
                     *           "lineNumber": 1,
                     *           "quantity": 1,
                     *           "refDes": "A1",
                     *           "notes": null,
                     *           "additionalAttributes": [],
                     *           "substitutes": [
                     *             {
                     *               "substitute": {
                     *                 "number": "600-00002",
                     *                 "guid": "KNGWKAIHG8FLDYLNZ77S",
                     *                 "revisionNumber": "A",
                     *                 "name": "Main board assembly, lot 2"
                     *               },
                     *               "guid": "X59BWUXXADVOLUYV2QGY",
                     *               "rank": 1,
                     *               "quantity": 1,
                     *               "notes": null
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            item: {
                                number: string | null;
                                guid: string | null;
                                revisionNumber: string | null;
                                name: string | null;
                            };
                            guid: string | null;
                            lineNumber: number | null;
                            quantity: number | null;
                            refDes: string | null;
                            notes: string | null;
                            /** @description The custom attributes of the workspace, by name. */
                            additionalAttributes?: {
                                apiName: string;
                                /** @enum {string} */
                                fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                                guid: string;
                                name: string;
                                value: (string | number | boolean | string[]) | null;
                            }[];
                            /** @description With `view=full`. */
                            waybill?: {
                                /** @description Whether the item has BOM lines of its own. */
                                hasBom: boolean;
                            };
                            substitutes?: {
                                substitute: {
                                    number: string | null;
                                    guid: string | null;
                                    revisionNumber: string | null;
                                    name: string | null;
                                };
                                guid: string | null;
                                rank: number | null;
                                quantity: number | null;
                                notes: string | null;
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    compareBoms: {
        parameters: {
            query?: {
                /** @description Another revision of the item, by its number; empty: the one that has none. */
                "from.revisionNumber"?: string;
                /** @description Another revision of the item, by its status. In any letter case. */
                "from.revisionStatus"?: "WORKING" | "EFFECTIVE" | "SUPERSEDED";
                /** @description Another revision of the item, by its number; empty: the one that has none. */
                "to.revisionNumber"?: string;
                /** @description Another revision of the item, by its status. In any letter case. */
                "to.revisionStatus"?: "WORKING" | "EFFECTIVE" | "SUPERSEDED";
                /** @description true: lines that are the same in both, too. */
                includeUnchanged?: boolean;
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines in the order of their numbers, those removed before those added. The counts are those of all lines. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 2,
                     *       "added": 1,
                     *       "removed": 0,
                     *       "changed": 1,
                     *       "unchanged": 12,
                     *       "results": [
                     *         {
                     *           "change": "CHANGED",
                     *           "attributes": [
                     *             "quantity"
                     *           ],
                     *           "from": {
                     *             "item": {
                     *               "number": "600-00001",
                     *               "guid": "QYI2LA573C8QFO0NQQTQ",
                     *               "revisionNumber": "C",
                     *               "name": "Main board assembly"
                     *             },
                     *             "guid": "IV1HIA3RZRO0PA30UCY2",
                     *             "lineNumber": 1,
                     *             "quantity": 1,
                     *             "refDes": "A1",
                     *             "notes": null,
                     *             "additionalAttributes": []
                     *           },
                     *           "to": {
                     *             "item": {
                     *               "number": "600-00001",
                     *               "guid": "QYI2LA573C8QFO0NQQTQ",
                     *               "revisionNumber": "C",
                     *               "name": "Main board assembly"
                     *             },
                     *             "guid": "IV1HIA3RZRO0PA30UCY2",
                     *             "lineNumber": 1,
                     *             "quantity": 2,
                     *             "refDes": "A1",
                     *             "notes": null,
                     *             "additionalAttributes": []
                     *           }
                     *         },
                     *         {
                     *           "change": "ADDED",
                     *           "attributes": [],
                     *           "from": null,
                     *           "to": {
                     *             "item": {
                     *               "number": "600-00001",
                     *               "guid": "QYI2LA573C8QFO0NQQTQ",
                     *               "revisionNumber": "C",
                     *               "name": "Main board assembly"
                     *             },
                     *             "guid": "IV1HIA3RZRO0PA30UCY2",
                     *             "lineNumber": 14,
                     *             "quantity": 1,
                     *             "refDes": "A1",
                     *             "notes": null,
                     *             "additionalAttributes": []
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        added: number;
                        removed: number;
                        changed: number;
                        unchanged: number;
                        results: {
                            /** @enum {string} */
                            change: "ADDED" | "REMOVED" | "CHANGED" | "UNCHANGED";
                            /** @description What differs, by apiNames; `substitutes` when those do. Empty unless the line is CHANGED. */
                            attributes: string[];
                            from: {
                                item: {
                                    number: string | null;
                                    guid: string | null;
                                    revisionNumber: string | null;
                                    name: string | null;
                                };
                                guid: string | null;
                                lineNumber: number | null;
                                quantity: number | null;
                                refDes: string | null;
                                notes: string | null;
                                /** @description The custom attributes of the workspace, by name. */
                                additionalAttributes?: {
                                    apiName: string;
                                    /** @enum {string} */
                                    fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                                    guid: string;
                                    name: string;
                                    value: (string | number | boolean | string[]) | null;
                                }[];
                                substitutes?: {
                                    substitute: {
                                        number: string | null;
                                        guid: string | null;
                                        revisionNumber: string | null;
                                        name: string | null;
                                    };
                                    guid: string | null;
                                    rank: number | null;
                                    quantity: number | null;
                                    notes: string | null;
                                }[];
                            } | null;
                            to: {
                                item: {
                                    number: string | null;
                                    guid: string | null;
                                    revisionNumber: string | null;
                                    name: string | null;
                                };
                                guid: string | null;
                                lineNumber: number | null;
                                quantity: number | null;
                                refDes: string | null;
                                notes: string | null;
                                /** @description The custom attributes of the workspace, by name. */
                                additionalAttributes?: {
                                    apiName: string;
                                    /** @enum {string} */
                                    fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                                    guid: string;
                                    name: string;
                                    value: (string | number | boolean | string[]) | null;
                                }[];
                                substitutes?: {
                                    substitute: {
                                        number: string | null;
                                        guid: string | null;
                                        revisionNumber: string | null;
                                        name: string | null;
                                    };
                                    guid: string | null;
                                    rank: number | null;
                                    quantity: number | null;
                                    notes: string | null;
                                }[];
                            } | null;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019 | 3041 | 3257;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listItemFiles: {
        parameters: {
            query?: {
                /** @description Another revision of the item, by its number; empty: the one that has none. */
                revisionNumber?: string;
                /** @description Another revision of the item, by its status. In any letter case. */
                revisionStatus?: "WORKING" | "EFFECTIVE" | "SUPERSEDED";
                /** @description `full`: with more, under `waybill`. In any letter case. */
                view?: "full";
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description File associations in the order of file numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "file": {
                     *             "name": "model-300-assembly-drawing.pdf",
                     *             "location": null,
                     *             "guid": "J7A52G8N6GSBPC02S7H1",
                     *             "number": "DOC-00001",
                     *             "edition": "2",
                     *             "title": "Model 300, assembly drawing",
                     *             "storageMethodName": "FILE"
                     *           },
                     *           "guid": "5C23SS01KF866O347L9H",
                     *           "latestEditionAssociation": true,
                     *           "primary": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            file: {
                                name: string | null;
                                location: string | null;
                                guid: string | null;
                                number: string | null;
                                edition: string | null;
                                title: string | null;
                                storageMethodName: string | null;
                            };
                            guid: string | null;
                            latestEditionAssociation: boolean;
                            primary: boolean;
                            /** @description With `view=full`. */
                            waybill?: {
                                format: string | null;
                                /** @description Whether its content can be downloaded from here. */
                                haveContent: boolean;
                                lastModifiedDateTime: string | null;
                                mimeType: string | null;
                                preview: ("IMAGE" | "PDF") | null;
                                private: boolean;
                                size: number | null;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    downloadItemFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description One part of the file, by bytes: `bytes=1000-1999`, `bytes=1000-`, `bytes=-1000`. */
                Range?: string;
                /** @description An ETag or a date of Last-Modified: when it is not that of the file, the whole file is sent. */
                "If-Range"?: string;
                /** @description ETags that the client would go on with, or `*`: else the answer is an error. */
                "If-Match"?: string;
                /** @description ETags of what the client has, or `*`: then no content is sent. */
                "If-None-Match"?: string;
                /** @description Counts when there is no If-None-Match. */
                "If-Modified-Since"?: string;
                /** @description Counts when there is no If-Match. */
                "If-Unmodified-Since"?: string;
            };
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
                /** @description The file: `file.guid` of one of the files of the item. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content of the file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description The name of the file, RFC 6266. */
                    "Content-Disposition"?: string;
                    /** @description `bytes` */
                    "Accept-Ranges"?: string;
                    /** @description SHA-256 of the whole file, RFC 9530. */
                    "Repr-Digest"?: string;
                    /** @description Names this content, for good. */
                    ETag?: string;
                    /** @description `private, no-cache, no-transform` */
                    "Cache-Control"?: string;
                    /** @description `sandbox` */
                    "Content-Security-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The part of the content that `Range` asks for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description Which bytes these are, and of how many. */
                    "Content-Range"?: string;
                    /** @description The name of the file, RFC 6266. */
                    "Content-Disposition"?: string;
                    /** @description `bytes` */
                    "Accept-Ranges"?: string;
                    /** @description SHA-256 of the whole file, RFC 9530. */
                    "Repr-Digest"?: string;
                    /** @description Names this content, for good. */
                    ETag?: string;
                    /** @description `private, no-cache, no-transform` */
                    "Cache-Control"?: string;
                    /** @description `sandbox` */
                    "Content-Security-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The client has this content already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description Names this content, for good. */
                    ETag?: string;
                    /** @description `private, no-cache, no-transform` */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3017: The file with guid "{0}" cannot be downloaded at this time.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3017 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 412: The file is not in the state that the header {0} of the request asks for. */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 412;
                        errors: {
                            /** @enum {integer} */
                            code: 412;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 416: The range "{0}" lies outside of the file. */
            416: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 416;
                        errors: {
                            /** @enum {integer} */
                            code: 416;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The working revision, the effective one, then those that are superseded, the newest first. Revisions of one item may share a GUID: number and status together name one. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "guid": "A1S8H3C5M2Q0K7R4T9VX",
                     *           "revisionNumber": "B",
                     *           "name": "Model 300",
                     *           "lifecyclePhase": {
                     *             "guid": "S8W9UOYBV227CHU19B62",
                     *             "name": "In Production"
                     *           },
                     *           "owner": {
                     *             "fullName": "Heidi Walker"
                     *           },
                     *           "creationDateTime": "2020-01-14T09:30:00Z",
                     *           "creator": {
                     *             "fullName": "Heidi Walker",
                     *             "email": "hwalker@everyroadgps.com"
                     *           },
                     *           "effectiveDateTime": "2020-02-03T16:00:00Z",
                     *           "revisionStatus": "EFFECTIVE",
                     *           "supersededDateTime": null,
                     *           "lastModifiedDateTime": "2020-02-03T15:41:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            guid: string | null;
                            revisionNumber: string | null;
                            name: string | null;
                            lifecyclePhase: {
                                guid: string | null;
                                name: string | null;
                            };
                            owner: {
                                fullName: string | null;
                            };
                            creationDateTime: string | null;
                            creator: {
                                fullName: string | null;
                                email: string | null;
                            };
                            effectiveDateTime: string | null;
                            revisionStatus: string | null;
                            supersededDateTime: string | null;
                            lastModifiedDateTime: string | null;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3011 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Another revision of the item, by its number; empty: the one that has none. */
                revisionNumber?: string;
                /** @description Another revision of the item, by its status. In any letter case. */
                revisionStatus?: "WORKING" | "EFFECTIVE" | "SUPERSEDED";
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Source relationships in the order of manufacturer item numbers, then of vendor item numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "mfrItem": {
                     *             "number": "TP-L15M-72",
                     *             "name": "GNSS receiver",
                     *             "guid": "3BCY3VGKBFS02QWYPCYJ",
                     *             "supplier": {
                     *               "name": "Thistlepoint",
                     *               "guid": "0IKKJMNOEO287YCZ8G3U"
                     *             }
                     *           },
                     *           "vendorItem": {
                     *             "number": null,
                     *             "name": null,
                     *             "guid": null,
                     *             "supplier": {
                     *               "name": null,
                     *               "guid": null
                     *             }
                     *           },
                     *           "approved": true,
                     *           "guid": "52E4BH4X2QHNIT6R96W6",
                     *           "notes": null,
                     *           "activeProduction": true,
                     *           "activePrototype": false,
                     *           "amlRank": 1,
                     *           "amlSplit": 70,
                     *           "vendorItemConversionFactor": 1,
                     *           "makeItem": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            mfrItem: {
                                number: string | null;
                                name: string | null;
                                guid: string | null;
                                supplier: {
                                    name: string | null;
                                    guid: string | null;
                                };
                            };
                            vendorItem: {
                                number: string | null;
                                name: string | null;
                                guid: string | null;
                                supplier: {
                                    name: string | null;
                                    guid: string | null;
                                };
                            };
                            approved: boolean;
                            guid: string | null;
                            notes: string | null;
                            activeProduction: boolean;
                            activePrototype: boolean;
                            amlRank: number | null;
                            amlSplit: number | null;
                            vendorItemConversionFactor: number | null;
                            makeItem: boolean;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3011 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listWhereUsed: {
        parameters: {
            query?: {
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The item: the GUID of any of its revisions. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of effective BOMs, and of working ones where none is effective. `item` is the assembly; in the order of its number, then of line numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "item": {
                     *             "number": "900-00001",
                     *             "guid": "A1S8H3C5M2Q0K7R4T9VX",
                     *             "revisionNumber": "B",
                     *             "name": "Model 300"
                     *           },
                     *           "guid": "IV1HIA3RZRO0PA30UCY2",
                     *           "lineNumber": 1,
                     *           "quantity": 1,
                     *           "refDes": "A1",
                     *           "notes": null,
                     *           "additionalAttributes": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            item: {
                                number: string | null;
                                guid: string | null;
                                revisionNumber: string | null;
                                name: string | null;
                            };
                            guid: string | null;
                            lineNumber: number | null;
                            quantity: number | null;
                            refDes: string | null;
                            notes: string | null;
                            /** @description The custom attributes of the workspace, by name. */
                            additionalAttributes?: {
                                apiName: string;
                                /** @enum {string} */
                                fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                                guid: string;
                                name: string;
                                value: (string | number | boolean | string[]) | null;
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3011 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The e-mail address of the user. */
                    email: string;
                    /** @description The password of the user. */
                    password: string;
                    /** @description The workspace, as a number or as digits in a string; without it, the one the user was in last. */
                    workspaceId?: number | string;
                };
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "arenaSessionId": "Q2hhcnQgYSBjb3Vyc2UgYW5kIGtlZXAgdG8gaXQ",
                     *       "arena_session_id": "Q2hhcnQgYSBjb3Vyc2UgYW5kIGtlZXAgdG8gaXQ",
                     *       "workspaceId": 123456789,
                     *       "workspaceName": "Everyroad GPS",
                     *       "workspaceRequestLimit": 2147483647
                     *     }
                     */
                    "application/json": {
                        /** @description The token for the header arena_session_id. */
                        arenaSessionId: string;
                        /** @description The same token under its header name. */
                        arena_session_id: string;
                        workspaceId: number;
                        workspaceName: string;
                        /** @description Requests that the workspace may make in a day. */
                        workspaceRequestLimit: number;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     4001: The username, password or workspace ID is not valid or you are not allowed to log in due to IP restriction.
             *
             *     4083: Too many invalid password attempts, account disabled for five minutes.
             *
             *     3101: The length of the value exceeds the maximum length ({0}) for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3019 | 3031 | 3101 | 4001 | 4083;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4429: Too many wrong logins have come from your IP address. It may log in again after some minutes. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4429;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: {
                /** @description true: ends every session of the user, those that the same account has in other workspaces too. */
                everywhere?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended, or all of them have. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3019 | 3257;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description How many days, today among them; at most 366. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowance": {
                     *         "limit": 1000,
                     *         "remaining": 871,
                     *         "resetDateTime": "2020-03-10T07:00:00Z"
                     *       },
                     *       "days": [
                     *         {
                     *           "date": "2020-03-09",
                     *           "bytes": 812345,
                     *           "durations": {
                     *             "p50": 0.42,
                     *             "p90": 1.9,
                     *             "p99": 7.3
                     *           },
                     *           "failureRate": 0.1,
                     *           "runs": 21,
                     *           "runsByStatus": {
                     *             "CREATED": 0,
                     *             "RUNNING": 1,
                     *             "COMPLETE": 6,
                     *             "DOWNLOADED": 12,
                     *             "FAILED": 2,
                     *             "ABORTED": 0
                     *           }
                     *         }
                     *       ],
                     *       "queue": {
                     *         "oldestWaitSeconds": 0,
                     *         "running": 1,
                     *         "waiting": 0
                     *       },
                     *       "storage": {
                     *         "bytes": 9812345,
                     *         "files": 120
                     *       },
                     *       "timeZone": "America/Los_Angeles",
                     *       "totals": {
                     *         "bytes": 812345,
                     *         "durations": {
                     *           "p50": 0.42,
                     *           "p90": 1.9,
                     *           "p99": 7.3
                     *         },
                     *         "failureRate": 0.1,
                     *         "runs": 21,
                     *         "runsByStatus": {
                     *           "CREATED": 0,
                     *           "RUNNING": 1,
                     *           "COMPLETE": 6,
                     *           "DOWNLOADED": 12,
                     *           "FAILED": 2,
                     *           "ABORTED": 0
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        allowance: {
                            limit: number | null;
                            remaining: number | null;
                            /**
                             * Format: date-time
                             * @description When the allowance starts anew.
                             */
                            resetDateTime: string;
                        };
                        /** @description Every day, the oldest first, days without runs too. */
                        days: {
                            /**
                             * Format: date
                             * @description In the time zone of the workspace.
                             */
                            date: string;
                            /** @description Of the files that were made. */
                            bytes: number;
                            durations: {
                                p50: number;
                                p90: number;
                                p99: number;
                            } | null;
                            failureRate: number | null;
                            /** @description Runs that were accepted. */
                            runs: number;
                            /** @description The same by the status that they have now. */
                            runsByStatus: {
                                CREATED: number;
                                RUNNING: number;
                                COMPLETE: number;
                                DOWNLOADED: number;
                                FAILED: number;
                                ABORTED: number;
                            };
                        }[];
                        queue: {
                            /** @description How long the oldest run that waits for a worker has waited; 0 when none waits. */
                            oldestWaitSeconds: number;
                            running: number;
                            waiting: number;
                        };
                        storage: {
                            /** @description Of the run files of the workspace that are kept now. */
                            bytes: number;
                            files: number;
                        };
                        /** @description Of the workspace: its days begin at midnight there. */
                        timeZone: string;
                        /** @description Of all these days together. */
                        totals: {
                            /** @description Of the files that were made. */
                            bytes: number;
                            durations: {
                                p50: number;
                                p90: number;
                                p99: number;
                            } | null;
                            failureRate: number | null;
                            /** @description Runs that were accepted. */
                            runs: number;
                            /** @description The same by the status that they have now. */
                            runsByStatus: {
                                CREATED: number;
                                RUNNING: number;
                                COMPLETE: number;
                                DOWNLOADED: number;
                                FAILED: number;
                                ABORTED: number;
                            };
                        };
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listWorkspaceRuns: {
        parameters: {
            query?: {
                /** @description The status of the runs. In any letter case. */
                status?: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                /** @description The number that a run has in its export definition. */
                number?: number;
                /**
                 * @description Runs completed at this time or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                completionDateTimeFrom?: string;
                /**
                 * @description Runs completed at this time or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                completionDateTimeTo?: string;
                /**
                 * @description Runs accepted at this time or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                creationDateTimeFrom?: string;
                /**
                 * @description Runs accepted at this time or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                creationDateTimeTo?: string;
                /** @description The runs of this export definition. */
                "export.guid"?: string;
                /** @description Who started them, by the whole GUID, in any case; `*` stands for any characters. */
                "creator.guid"?: string;
                /** @description Who started them, by the whole e-mail address, in any case; `*` stands for any characters. */
                "creator.email"?: string;
                /** @description Who started them, by the whole name, in any case; `*` stands for any characters. */
                "creator.fullName"?: string;
                /** @description The GUID of a run: only those that stand behind it. With the last run of a page it gives the next page, in which no run comes again although new ones have come in meanwhile. */
                before?: string;
                /** @description full: more about each run, under `waybill`. In any letter case. */
                view?: "full";
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Runs, the newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "completionDateTime": "2020-03-09T21:18:46Z",
                     *           "creationDateTime": "2020-03-09T21:18:43Z",
                     *           "creator": {
                     *             "email": "hwalker@everyroadgps.com",
                     *             "fullName": "Heidi Walker",
                     *             "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *           },
                     *           "criteria": [
                     *             [
                     *               {
                     *                 "attribute": "number",
                     *                 "operator": "IS_EQUAL_TO",
                     *                 "value": "900-00001"
                     *               }
                     *             ]
                     *           ],
                     *           "criteriaResultsCount": 1,
                     *           "files": [
                     *             {
                     *               "guid": "VDXGZCX0BEXDWF5CV9RE",
                     *               "title": null
                     *             }
                     *           ],
                     *           "guid": "M407Q30F25L3M5WZUF9M",
                     *           "number": 1,
                     *           "status": "COMPLETE",
                     *           "export": {
                     *             "guid": "L3N6PX663K3K3HOBOOT0",
                     *             "name": "Model 300",
                     *             "number": 1
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            completionDateTime: string | null;
                            /**
                             * Format: date-time
                             * @description When the run was accepted.
                             */
                            creationDateTime: string;
                            creator: {
                                email: string | null;
                                fullName: string;
                                guid: string;
                            };
                            criteria: (({
                                attribute: string;
                                operator: string;
                                value: string | number | boolean | string[];
                            } | string)[] | string | {
                                attribute: string;
                                operator: string;
                                value: string | number | boolean | string[];
                            })[] | null;
                            criteriaResultsCount: number | null;
                            files?: {
                                guid: string;
                                title: null;
                            }[];
                            guid: string;
                            number: number;
                            /** @enum {string} */
                            status: "CREATED" | "RUNNING" | "COMPLETE" | "DOWNLOADED" | "FAILED" | "ABORTED";
                            waybill?: {
                                attempt: number;
                                endedDateTime: string | null;
                                error: {
                                    code: number;
                                    message: string;
                                } | null;
                                expirationDateTime: string | null;
                                progress: {
                                    phase: string;
                                    rowsWritten: number;
                                    rowsEstimated: number | null;
                                    bytesWritten: number;
                                } | null;
                                snapshot: string | null;
                                startedDateTime: string | null;
                                views: {
                                    name: string;
                                    rows: number;
                                    bytes: number | null;
                                }[] | null;
                            };
                            export: {
                                guid: string;
                                name: string;
                                number: number;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3141: The attribute Number must be an integer greater than zero.
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3041 | 3141 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    followRuns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until the session ends. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description no-store */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: run
                     *     data: {"completionDateTime":"2020-03-09T21:18:46Z","creationDateTime":"2020-03-09T21:18:43Z","creator":{"email":"hwalker@everyroadgps.com","fullName":"Heidi Walker","guid":"WEYH0DYPCFWFH0JS1PD0"},"criteria":[[{"attribute":"number","operator":"IS_EQUAL_TO","value":"900-00001"}]],"criteriaResultsCount":1,"files":[{"guid":"VDXGZCX0BEXDWF5CV9RE","title":null}],"guid":"M407Q30F25L3M5WZUF9M","number":1,"status":"COMPLETE","export":{"guid":"L3N6PX663K3K3HOBOOT0","name":"Model 300","number":1}}
                     */
                    "text/event-stream": string;
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}".
             *
             *     429: You follow {0} runs at once already. Close one of these streams, or ask for the run itself now and then.
             */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 429 | 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    searchItems: {
        parameters: {
            query?: {
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    criteria?: (({
                        attribute: ("number" | "name" | "revisionNumber" | "description" | "uom" | "category.name" | "category.path" | "owner.fullName" | "creator.fullName" | "creator.email" | "supplier.name" | "supplierItem.name" | "supplierItem.number" | "guid" | "category.guid" | "lifecyclePhase.guid" | "creator.guid" | "owner.guid" | "supplier.guid" | "supplierItem.guid" | "lifecyclePhase.name" | "lifecyclePhase.stage" | "procurementType" | "revisionStatus" | "creationDateTime" | "effectiveDateTime" | "lastModifiedDateTime" | "modifiedBOM" | "modifiedSpecs" | "modifiedSourcing" | "modifiedFiles" | "isAssembly" | "inAssembly" | "shared" | "deviated" | "productionCost" | "prototypeCost" | "standardCost" | "targetCost" | "targetPrice" | "any") | string;
                        /**
                         * @description One that the type of the attribute has. The misprints in the samples of the reference are taken for what they mean. In any letter case.
                         * @enum {string}
                         */
                        operator: "IS_EQUAL_TO" | "IS_NOT_EQUAL_TO" | "CONTAINS" | "DOES_NOT_CONTAIN" | "STARTS_WITH" | "DOES_NOT_START_WITH" | "IS_IN" | "IS_NOT_IN" | "IS_BEFORE" | "IS_AFTER" | "IS_BETWEEN" | "IS_LESS_THAN" | "IS_LESS_THAN_OR_EQUAL_TO" | "IS_GREATER_THAN" | "IS_GREATER_THAN_OR_EQUAL_TO";
                        value: string | number | boolean | string[];
                    } | ("AND" | "OR"))[] | ("AND" | "OR") | {
                        attribute: ("number" | "name" | "revisionNumber" | "description" | "uom" | "category.name" | "category.path" | "owner.fullName" | "creator.fullName" | "creator.email" | "supplier.name" | "supplierItem.name" | "supplierItem.number" | "guid" | "category.guid" | "lifecyclePhase.guid" | "creator.guid" | "owner.guid" | "supplier.guid" | "supplierItem.guid" | "lifecyclePhase.name" | "lifecyclePhase.stage" | "procurementType" | "revisionStatus" | "creationDateTime" | "effectiveDateTime" | "lastModifiedDateTime" | "modifiedBOM" | "modifiedSpecs" | "modifiedSourcing" | "modifiedFiles" | "isAssembly" | "inAssembly" | "shared" | "deviated" | "productionCost" | "prototypeCost" | "standardCost" | "targetCost" | "targetPrice" | "any") | string;
                        /**
                         * @description One that the type of the attribute has. The misprints in the samples of the reference are taken for what they mean. In any letter case.
                         * @enum {string}
                         */
                        operator: "IS_EQUAL_TO" | "IS_NOT_EQUAL_TO" | "CONTAINS" | "DOES_NOT_CONTAIN" | "STARTS_WITH" | "DOES_NOT_START_WITH" | "IS_IN" | "IS_NOT_IN" | "IS_BEFORE" | "IS_AFTER" | "IS_BETWEEN" | "IS_LESS_THAN" | "IS_LESS_THAN_OR_EQUAL_TO" | "IS_GREATER_THAN" | "IS_GREATER_THAN_OR_EQUAL_TO";
                        value: string | number | boolean | string[];
                    })[] | null;
                    /**
                     * @description Which revision of an item is looked at and shown, as in the options of an export. In any letter case.
                     * @default LATEST
                     * @enum {string}
                     */
                    revisionStatus?: "LATEST" | "WORKING" | "POTENTIAL";
                };
            };
        };
        responses: {
            /** @description Items in the order of their numbers; `count` is what `criteriaResultsCount` would be. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "number": "900-00001",
                     *           "guid": "A1S8H3C5M2Q0K7R4T9VX",
                     *           "revisionNumber": "B",
                     *           "name": "Model 300",
                     *           "lifecyclePhase": {
                     *             "guid": "S8W9UOYBV227CHU19B62",
                     *             "name": "In Production"
                     *           },
                     *           "category": {
                     *             "guid": "BA8U6OUW9BTQVTY3PGCD",
                     *             "name": "Handheld",
                     *             "path": "Product/Handheld"
                     *           },
                     *           "description": "GPS receiver, handheld",
                     *           "uom": "each",
                     *           "procurementType": "MTS",
                     *           "offTheShelf": false,
                     *           "owner": {
                     *             "fullName": "Heidi Walker"
                     *           },
                     *           "creationDateTime": "2020-01-14T09:30:00Z",
                     *           "shared": false,
                     *           "creator": {
                     *             "fullName": "Heidi Walker",
                     *             "email": "hwalker@everyroadgps.com"
                     *           },
                     *           "deviated": false,
                     *           "effectiveDateTime": "2020-02-03T16:00:00Z",
                     *           "isAssembly": true,
                     *           "modifiedBOM": false,
                     *           "modifiedFiles": false,
                     *           "modifiedSourcing": false,
                     *           "modifiedSpecs": false,
                     *           "modifiedCosting": false,
                     *           "productionCost": null,
                     *           "prototypeCost": null,
                     *           "targetCost": null,
                     *           "targetPrice": null,
                     *           "standardCost": 118.4,
                     *           "revisionStatus": "EFFECTIVE",
                     *           "supersededDateTime": null,
                     *           "additionalAttributes": [
                     *             {
                     *               "apiName": "PO1QCS2F4GGZ8JXC1M2R",
                     *               "fieldType": "NUMBER",
                     *               "guid": "PO1QCS2F4GGZ8JXC1M2R",
                     *               "name": "Mass",
                     *               "value": 231.5
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            number: string | null;
                            guid: string | null;
                            revisionNumber: string | null;
                            name: string | null;
                            lifecyclePhase: {
                                guid: string | null;
                                name: string | null;
                            };
                            category: {
                                guid: string | null;
                                name: string | null;
                                path: string | null;
                            };
                            description: string | null;
                            uom: string | null;
                            procurementType: string | null;
                            offTheShelf: boolean;
                            owner: {
                                fullName: string | null;
                            };
                            creationDateTime: string | null;
                            shared: boolean;
                            creator: {
                                fullName: string | null;
                                email: string | null;
                            };
                            deviated: boolean;
                            effectiveDateTime: string | null;
                            isAssembly: boolean;
                            modifiedBOM: boolean;
                            modifiedFiles: boolean;
                            modifiedSourcing: boolean;
                            modifiedSpecs: boolean;
                            modifiedCosting: boolean;
                            productionCost: number | null;
                            prototypeCost: number | null;
                            targetCost: number | null;
                            targetPrice: number | null;
                            standardCost: number | null;
                            revisionStatus: string | null;
                            supersededDateTime: string | null;
                            /** @description The custom attributes of the workspace, by name. */
                            additionalAttributes?: {
                                apiName: string;
                                /** @enum {string} */
                                fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                                guid: string;
                                name: string;
                                value: (string | number | boolean | string[]) | null;
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3004: The attribute "{0}" is not recognized.
             *
             *     3114: The specified operator "{0}" is not valid for the attribute "{1}".
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3004 | 3006 | 3019 | 3031 | 3041 | 3114 | 3257 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 422: The search takes longer than {0} s. Narrow it with more filters or simpler criteria. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 422;
                        errors: {
                            /** @enum {integer} */
                            code: 422;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "role": "member",
                     *       "user": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "workspace": {
                     *         "id": 123456789,
                     *         "name": "Everyroad GPS",
                     *         "timeZone": "America/Los_Angeles"
                     *       },
                     *       "workspaces": [
                     *         {
                     *           "id": 123456789,
                     *           "name": "Everyroad GPS"
                     *         },
                     *         {
                     *           "id": 234567891,
                     *           "name": "Everyroad GPS, test"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description What the user may do in the workspace.
                         * @enum {string}
                         */
                        role: "member" | "administrator" | "machine";
                        user: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        workspace: {
                            /** @description Nine digits. */
                            id: number;
                            name: string;
                            /** @description Such as `America/Los_Angeles`. */
                            timeZone: string;
                        };
                        /** @description Where the account may log in, this one among them, by name. */
                        workspaces: {
                            /** @description Nine digits. */
                            id: number;
                            name: string;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    switchWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of the workspaces of the session. */
                    workspaceId: number;
                };
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description The token: HttpOnly, SameSite=Strict, and Secure over https. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "role": "member",
                     *       "user": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "workspace": {
                     *         "id": 123456789,
                     *         "name": "Everyroad GPS",
                     *         "timeZone": "America/Los_Angeles"
                     *       },
                     *       "workspaces": [
                     *         {
                     *           "id": 123456789,
                     *           "name": "Everyroad GPS"
                     *         },
                     *         {
                     *           "id": 234567891,
                     *           "name": "Everyroad GPS, test"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description What the user may do in the workspace.
                         * @enum {string}
                         */
                        role: "member" | "administrator" | "machine";
                        user: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        workspace: {
                            /** @description Nine digits. */
                            id: number;
                            name: string;
                            /** @description Such as `America/Los_Angeles`. */
                            timeZone: string;
                        };
                        /** @description Where the account may log in, this one among them, by name. */
                        workspaces: {
                            /** @description Nine digits. */
                            id: number;
                            name: string;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3006 | 3019 | 3031;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The e-mail address of the user. */
                    email: string;
                    /** @description The password of the user. */
                    password: string;
                    /** @description The workspace, as a number or as digits in a string; without it, the one the user was in last. */
                    workspaceId?: number | string;
                };
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    /** @description The token: HttpOnly, SameSite=Strict, and Secure over https. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "role": "member",
                     *       "user": {
                     *         "email": "hwalker@everyroadgps.com",
                     *         "fullName": "Heidi Walker",
                     *         "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *       },
                     *       "workspace": {
                     *         "id": 123456789,
                     *         "name": "Everyroad GPS",
                     *         "timeZone": "America/Los_Angeles"
                     *       },
                     *       "workspaces": [
                     *         {
                     *           "id": 123456789,
                     *           "name": "Everyroad GPS"
                     *         },
                     *         {
                     *           "id": 234567891,
                     *           "name": "Everyroad GPS, test"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description What the user may do in the workspace.
                         * @enum {string}
                         */
                        role: "member" | "administrator" | "machine";
                        user: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                        };
                        workspace: {
                            /** @description Nine digits. */
                            id: number;
                            name: string;
                            /** @description Such as `America/Los_Angeles`. */
                            timeZone: string;
                        };
                        /** @description Where the account may log in, this one among them, by name. */
                        workspaces: {
                            /** @description Nine digits. */
                            id: number;
                            name: string;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     4001: The username, password or workspace ID is not valid or you are not allowed to log in due to IP restriction.
             *
             *     4083: Too many invalid password attempts, account disabled for five minutes.
             *
             *     3101: The length of the value exceeds the maximum length ({0}) for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3019 | 3031 | 3101 | 4001 | 4083;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4429: Too many wrong logins have come from your IP address. It may log in again after some minutes. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4429;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description OWN (without it): those of who asks; WORKSPACE: those of everybody in the workspace, for administrators. In any letter case. */
                of?: "OWN" | "WORKSPACE";
                /** @description Only those of the user with this GUID. */
                "user.guid"?: string;
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sessions, the one used last first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "address": "203.0.113.7",
                     *           "creationDateTime": "2020-03-09T20:58:01Z",
                     *           "current": true,
                     *           "guid": "0B5C2F648B1E4F6E9A53",
                     *           "lastUseDateTime": "2020-03-09T21:18:43Z",
                     *           "machine": false,
                     *           "user": {
                     *             "email": "hwalker@everyroadgps.com",
                     *             "fullName": "Heidi Walker",
                     *             "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            address: string | null;
                            /**
                             * Format: date-time
                             * @description When it was opened.
                             */
                            creationDateTime: string;
                            /** @description Whether it is the session of this request. */
                            current: boolean;
                            /** @description Names the session; it is no token. */
                            guid: string;
                            /**
                             * Format: date-time
                             * @description When it was last used, to about ten seconds.
                             */
                            lastUseDateTime: string;
                            /** @description Whether it is the token of a machine client. */
                            machine: boolean;
                            user: {
                                email: string | null;
                                fullName: string;
                                guid: string;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3041;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The GUID of the session, as the list has it. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listExportAttributesToo: {
        parameters: {
            query?: {
                /** @description true: with the values of drop-downs. */
                includePossibleValues?: boolean;
                /** @description true: only attributes that can be given when an export is made. */
                creatableOnly?: boolean;
                /** @description true: only attributes that can be changed afterwards; there are none. */
                editableOnly?: boolean;
                /** @description true: only attributes that exports can be searched by. */
                searchableOnly?: boolean;
                /** @description What the exports are of. In any letter case. */
                world?: "ITEMS";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attributes, in the order in which an answer shows them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 2,
                     *       "results": [
                     *         {
                     *           "apiName": "description",
                     *           "name": "Description",
                     *           "fieldType": "MULTI_LINE_TEXT",
                     *           "required": false,
                     *           "creatable": true,
                     *           "editable": false,
                     *           "searchable": true,
                     *           "maxLength": 4000
                     *         },
                     *         {
                     *           "apiName": "name",
                     *           "name": "Name",
                     *           "fieldType": "SINGLE_LINE_TEXT",
                     *           "required": true,
                     *           "creatable": true,
                     *           "editable": false,
                     *           "searchable": true,
                     *           "maxLength": 100
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /** @description The name in bodies and answers, such as `options.bomLevels`. */
                            apiName: string;
                            name: string;
                            /** @enum {string} */
                            fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN" | "CRITERIA";
                            /** @description Whether an export cannot be made without it. */
                            required: boolean;
                            /** @description Whether it can be given when an export is made. */
                            creatable: boolean;
                            /** @description Whether it can be changed afterwards; exports are immutable. */
                            editable: boolean;
                            /** @description Whether exports can be searched by it. */
                            searchable: boolean;
                            /** @description Of drop-downs: whether several values go. */
                            multiSelect?: boolean;
                            /** @description In characters. */
                            maxLength?: number;
                            possibleValues?: string[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3257;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listExportAttributes: {
        parameters: {
            query?: {
                /** @description true: with the values of drop-downs. */
                includePossibleValues?: boolean;
                /** @description true: only attributes that can be given when an export is made. */
                creatableOnly?: boolean;
                /** @description true: only attributes that can be changed afterwards; there are none. */
                editableOnly?: boolean;
                /** @description true: only attributes that exports can be searched by. */
                searchableOnly?: boolean;
                /** @description What the exports are of. In any letter case. */
                world?: "ITEMS";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attributes, in the order in which an answer shows them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 2,
                     *       "results": [
                     *         {
                     *           "apiName": "description",
                     *           "name": "Description",
                     *           "fieldType": "MULTI_LINE_TEXT",
                     *           "required": false,
                     *           "creatable": true,
                     *           "editable": false,
                     *           "searchable": true,
                     *           "maxLength": 4000
                     *         },
                     *         {
                     *           "apiName": "name",
                     *           "name": "Name",
                     *           "fieldType": "SINGLE_LINE_TEXT",
                     *           "required": true,
                     *           "creatable": true,
                     *           "editable": false,
                     *           "searchable": true,
                     *           "maxLength": 100
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /** @description The name in bodies and answers, such as `options.bomLevels`. */
                            apiName: string;
                            name: string;
                            /** @enum {string} */
                            fieldType: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN" | "CRITERIA";
                            /** @description Whether an export cannot be made without it. */
                            required: boolean;
                            /** @description Whether it can be given when an export is made. */
                            creatable: boolean;
                            /** @description Whether it can be changed afterwards; exports are immutable. */
                            editable: boolean;
                            /** @description Whether exports can be searched by it. */
                            searchable: boolean;
                            /** @description Of drop-downs: whether several values go. */
                            multiSelect?: boolean;
                            /** @description In characters. */
                            maxLength?: number;
                            possibleValues?: string[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3257;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listCriteriaAttributes: {
        parameters: {
            query?: {
                /** @description true: with the values of options. */
                includePossibleValues?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attributes, each with its operators. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 3,
                     *       "results": [
                     *         {
                     *           "apiName": "number",
                     *           "name": "Number",
                     *           "type": "text",
                     *           "operators": [
                     *             "IS_EQUAL_TO",
                     *             "IS_NOT_EQUAL_TO",
                     *             "CONTAINS",
                     *             "DOES_NOT_CONTAIN",
                     *             "STARTS_WITH",
                     *             "DOES_NOT_START_WITH"
                     *           ],
                     *           "isCustom": false,
                     *           "multiSelect": false
                     *         },
                     *         {
                     *           "apiName": "lifecyclePhase.stage",
                     *           "name": "Lifecycle Phase Stage",
                     *           "type": "option",
                     *           "operators": [
                     *             "IS_EQUAL_TO",
                     *             "IS_NOT_EQUAL_TO",
                     *             "IS_IN",
                     *             "IS_NOT_IN"
                     *           ],
                     *           "isCustom": false,
                     *           "multiSelect": false,
                     *           "possibleValues": [
                     *             "PRELIMINARY",
                     *             "DESIGN",
                     *             "PRODUCTION",
                     *             "RETIRED"
                     *           ]
                     *         },
                     *         {
                     *           "apiName": "modifiedBOM",
                     *           "name": "Modified BOM",
                     *           "type": "boolean",
                     *           "operators": [
                     *             "IS_EQUAL_TO"
                     *           ],
                     *           "isCustom": false,
                     *           "multiSelect": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /** @description The name in criteria; of a custom attribute its GUID. */
                            apiName: string;
                            /** @description For people. */
                            name: string;
                            /**
                             * @description How its values are compared.
                             * @enum {string}
                             */
                            type: "text" | "guid" | "option" | "date-time" | "boolean" | "number";
                            operators: ("IS_EQUAL_TO" | "IS_NOT_EQUAL_TO" | "CONTAINS" | "DOES_NOT_CONTAIN" | "STARTS_WITH" | "DOES_NOT_START_WITH" | "IS_IN" | "IS_NOT_IN" | "IS_BEFORE" | "IS_AFTER" | "IS_BETWEEN" | "IS_LESS_THAN" | "IS_LESS_THAN_OR_EQUAL_TO" | "IS_GREATER_THAN" | "IS_GREATER_THAN_OR_EQUAL_TO")[];
                            /** @description Whether it is a custom attribute of the workspace. */
                            isCustom: boolean;
                            /**
                             * @description Of a custom attribute: what its values are.
                             * @enum {string}
                             */
                            fieldType?: "SINGLE_LINE_TEXT" | "MULTI_LINE_TEXT" | "DROP_DOWN" | "FIXED_DROP_DOWN" | "DATE" | "DATETIME" | "NUMBER" | "POSITIVE_DOUBLE" | "INTEGER" | "POSITIVE_INTEGER" | "COST" | "BOOLEAN";
                            /** @description Whether an item may have several values of it. */
                            multiSelect: boolean;
                            /** @description Of options, where they are known. */
                            possibleValues?: string[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3019 | 3257;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    getExportLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits that are in force. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "profile": "arena",
                     *       "maxItems": 20000,
                     *       "maxLines": 5000,
                     *       "limitedViews": [
                     *         "BOM",
                     *         "FILES"
                     *       ],
                     *       "runsInProgress": 1,
                     *       "guidCriteria": 1,
                     *       "requestLimit": 1000,
                     *       "maxCriteria": 1000,
                     *       "maxListValues": 10000
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Where the numbers come from that the server was not given one by one.
                         * @enum {string}
                         */
                        profile: "open" | "arena";
                        maxItems: number | null;
                        maxLines: number | null;
                        limitedViews: ("SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY")[];
                        runsInProgress: number | null;
                        guidCriteria: number | null;
                        requestLimit: number | null;
                        /** @description Criteria, in any case. */
                        maxCriteria: number;
                        /** @description Values of one criterion. */
                        maxListValues: number;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listExportViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The views, in the order of the reference. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "view": "BOM",
                     *           "title": "BOM lines",
                     *           "row": "A line of the BOM of an exported item.",
                     *           "needs": "Alone it is empty unless BOM levels are exported.",
                     *           "columns": [
                     *             {
                     *               "apiName": "parent.number",
                     *               "name": "Parent Number",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "parent.guid",
                     *               "name": "Parent GUID",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "parent.revisionNumber",
                     *               "name": "Parent Revision Number",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "parent.name",
                     *               "name": "Parent Name",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "item.number",
                     *               "name": "Item Number",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "item.guid",
                     *               "name": "Item GUID",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "item.revisionNumber",
                     *               "name": "Item Revision Number",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "item.name",
                     *               "name": "Item Name",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "guid",
                     *               "name": "GUID",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "lineNumber",
                     *               "name": "Line Number",
                     *               "type": "number",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "quantity",
                     *               "name": "Quantity",
                     *               "type": "number",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "refDes",
                     *               "name": "Ref Des",
                     *               "type": "text",
                     *               "isCustom": false
                     *             },
                     *             {
                     *               "apiName": "notes",
                     *               "name": "Notes",
                     *               "type": "text",
                     *               "isCustom": false
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /**
                             * @description The name in `options.exportViews`.
                             * @enum {string}
                             */
                            view: "SPECS" | "BOM" | "BOM_SUBSTITUTES" | "SOURCING" | "FILES" | "FILES_FILE_SUMMARY" | "SOURCING_SUPPLIERITEM_SPECS" | "SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE" | "SOURCING_SUPPLIERITEM_FILES" | "SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY";
                            title: string;
                            /** @description What a row of it is. */
                            row: string;
                            needs: string | null;
                            /** @description In the order in which a file has them. */
                            columns: {
                                /** @description The header in a file; of a custom attribute its GUID. */
                                apiName: string;
                                /** @description For people. */
                                name: string;
                                /** @enum {string} */
                                type: "text" | "option" | "date-time" | "number" | "boolean";
                                /** @description Whether it is a custom attribute of the workspace. */
                                isCustom: boolean;
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listRecentExports: {
        parameters: {
            query?: {
                /**
                 * @description Runs accepted at this time or later.
                 * @example 2026-03-09T21:18:46Z
                 */
                dateTimeFrom?: string;
                /**
                 * @description Runs accepted at this time or earlier.
                 * @example 2026-03-09T21:18:46Z
                 */
                dateTimeTo?: string;
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
                /**
                 * @description Another spelling of `dateTimeFrom`.
                 * @example 2026-03-09T21:18:46Z
                 */
                DateTimeFrom?: string;
                /**
                 * @description Another spelling of `dateTimeTo`.
                 * @example 2026-03-09T21:18:46Z
                 */
                DateTimeTo?: string;
                /** @description Another spelling of `offset`. */
                Offset?: number;
                /** @description Another spelling of `limit`. */
                Limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry for each run, whoever started it, the newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "configuration": "Model 300",
                     *           "dateTime": "2020-03-09T21:18:43Z",
                     *           "numberOfResources": 1,
                     *           "type": "API Export",
                     *           "user": {
                     *             "email": "hwalker@everyroadgps.com",
                     *             "fullName": "Heidi Walker",
                     *             "guid": "WEYH0DYPCFWFH0JS1PD0"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            /** @description The name of the export definition. */
                            configuration: string;
                            /**
                             * Format: date-time
                             * @description When the run was accepted.
                             */
                            dateTime: string;
                            /** @description Items that the criteria matched; 0 until that is known. */
                            numberOfResources: number;
                            /** @description What was done, and by which way. */
                            type: string;
                            user: {
                                email: string | null;
                                fullName: string;
                                guid: string;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     4323: The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.
             *
             *     3041: The limit or offset parameter is invalid.
             *
             *     3293: The datetimes in {0} "{1}" must be in chronological order.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3019 | 3041 | 3293 | 4323;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4403: The workspace cannot be used from your IP address. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The e-mail address; `*` is a wildcard. */
                email?: string;
                /** @description The full name; `*` is a wildcard. */
                fullName?: string;
                /** @description true: only who may log in to the workspace; false: only who may not, such as people whom only its records name. */
                mayLogIn?: boolean;
                /** @description What the user may do. In any letter case. */
                role?: "member" | "administrator";
                /** @description How many results to leave out from the start. */
                offset?: number;
                /** @description How many results to answer with. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People of the workspace. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "results": [
                     *         {
                     *           "email": "hwalker@everyroadgps.com",
                     *           "fullName": "Heidi Walker",
                     *           "guid": "WEYH0DYPCFWFH0JS1PD0",
                     *           "lastActivityDateTime": "2020-03-09T21:18:43Z",
                     *           "mayLogIn": true,
                     *           "role": "administrator",
                     *           "sessions": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        count: number;
                        results: {
                            email: string | null;
                            fullName: string;
                            guid: string;
                            lastActivityDateTime: string | null;
                            /** @description false: who was removed, and people whom only the records of the workspace name. */
                            mayLogIn: boolean;
                            role: ("member" | "administrator") | null;
                            /** @description Sessions that are open. */
                            sessions: number;
                        }[];
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3257: The value "{0}" is not valid for the attribute "{1}" of Boolean type.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3041: The limit or offset parameter is invalid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3003 | 3006 | 3019 | 3041 | 3257;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The e-mail address, by which the user logs in. */
                    email: string;
                    /** @description The full name. */
                    fullName?: string;
                    /**
                     * @description What the user may do. In any letter case.
                     * @default member
                     * @enum {string}
                     */
                    role?: "member" | "administrator";
                    /** @description At least 8 characters. Without one it is generated. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description The user. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "hwalker@everyroadgps.com",
                     *       "fullName": "Heidi Walker",
                     *       "guid": "WEYH0DYPCFWFH0JS1PD0",
                     *       "lastActivityDateTime": null,
                     *       "mayLogIn": true,
                     *       "role": "member",
                     *       "sessions": 0,
                     *       "password": "tTZ0lYc6pV1mWq4sBzXk"
                     *     }
                     */
                    "application/json": {
                        email: string | null;
                        fullName: string;
                        guid: string;
                        lastActivityDateTime: string | null;
                        /** @description false: who was removed, and people whom only the records of the workspace name. */
                        mayLogIn: boolean;
                        role: ("member" | "administrator") | null;
                        /** @description Sessions that are open. */
                        sessions: number;
                        /** @description The password when it was generated. It is shown this once. */
                        password?: string;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3101: The length of the value exceeds the maximum length ({0}) for the attribute "{1}".
             *
             *     4436: The value of the attribute "{0}" has characters that turn the direction of text round (U+202A to U+202E, U+2066 to U+2069). Leave them out.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3006 | 3019 | 3031 | 3101 | 4436;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4430: A user with the e-mail address "{0}" may log in to the workspace already.
             *
             *     4431: The account of "{0}" is used in another workspace too, so only the operator of the server can give it a password: waybill user add.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 4430 | 4431;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The GUID of the user. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The full name. */
                    fullName?: string;
                    /**
                     * @description What the user may do. In any letter case.
                     * @enum {string}
                     */
                    role?: "member" | "administrator";
                    /** @description false: takes the right to log in and ends the sessions; true: gives it again, with a new password. */
                    mayLogIn?: boolean;
                    /** @description At least 8 characters. Sessions end. */
                    password?: string;
                    /** @description true: makes a new password, which the answer shows. Sessions end. */
                    generatePassword?: boolean;
                };
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "email": "hwalker@everyroadgps.com",
                     *       "fullName": "Heidi Walker",
                     *       "guid": "WEYH0DYPCFWFH0JS1PD0",
                     *       "lastActivityDateTime": "2020-03-09T21:18:43Z",
                     *       "mayLogIn": true,
                     *       "role": "administrator",
                     *       "sessions": 1
                     *     }
                     */
                    "application/json": {
                        email: string | null;
                        fullName: string;
                        guid: string;
                        lastActivityDateTime: string | null;
                        /** @description false: who was removed, and people whom only the records of the workspace name. */
                        mayLogIn: boolean;
                        role: ("member" | "administrator") | null;
                        /** @description Sessions that are open. */
                        sessions: number;
                        /** @description The password when it was generated. It is shown this once. */
                        password?: string;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             *
             *     3001: The attribute "{0}" is required.
             *
             *     3003: The value for the attribute "{0}" is not valid.
             *
             *     3031: The attribute "{0}" is not creatable.
             *
             *     3006: The specified value "{0}" is not a valid option for the attribute "{1}".
             *
             *     3101: The length of the value exceeds the maximum length ({0}) for the attribute "{1}".
             *
             *     4436: The value of the attribute "{0}" has characters that turn the direction of text round (U+202A to U+202E, U+2066 to U+2069). Leave them out.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3001 | 3003 | 3006 | 3011 | 3019 | 3031 | 3101 | 4436;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4431: The account of "{0}" is used in another workspace too, so only the operator of the server can give it a password: waybill user add.
             *
             *     4432: The workspace needs an administrator: make somebody else one first.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 409;
                        errors: {
                            /** @enum {integer} */
                            code: 4431 | 4432;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    logOutUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The GUID of the user. */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions have ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 2
                     *     }
                     */
                    "application/json": {
                        /** @description How many sessions have ended. */
                        ended: number;
                    };
                };
            };
            /**
             * @description 400: The format of the request is not valid. Please check the syntax.
             *
             *     3019: The attribute "{0}" is not searchable.
             *
             *     3011: The guid "{0}" is not valid.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 400;
                        errors: {
                            /** @enum {integer} */
                            code: 400 | 3011 | 3019;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 401: There is no access token associated with this request or the access token is not valid. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 401;
                        errors: {
                            /** @enum {integer} */
                            code: 401;
                            message: string;
                        }[];
                    };
                };
            };
            /**
             * @description 4403: The workspace cannot be used from your IP address.
             *
             *     403: A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.
             *
             *     3024: Either you do not have privileges to access the requested data or it does not exist.
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 403;
                        errors: {
                            /** @enum {integer} */
                            code: 403 | 3024 | 4403;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 413: The body of the request exceeds the maximum of {0} bytes. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 413;
                        errors: {
                            /** @enum {integer} */
                            code: 413;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 415: The content type of the request is not supported. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 415;
                        errors: {
                            /** @enum {integer} */
                            code: 415;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 4084: You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}". */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 429;
                        errors: {
                            /** @enum {integer} */
                            code: 4084;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 3000: Sorry, a system error occurred, please try again. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 500;
                        errors: {
                            /** @enum {integer} */
                            code: 3000;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description 503: The service is currently unavailable. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Arena-Requests-Remaining": components["headers"]["X-Arena-Requests-Remaining"];
                    "X-Arena-Next-Request-Limit-Reset": components["headers"]["X-Arena-Next-Request-Limit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: 503;
                        errors: {
                            /** @enum {integer} */
                            code: 503;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
}
