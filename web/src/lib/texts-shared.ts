import { texts } from './texts.ts';

export const t = texts('shared', {
  failed: 'That did not work',
  retry: 'Try again',
  unreachable: 'The server cannot be reached. Check that it runs and that you are connected, then try again.',
  broken:
    'The page has met a mistake of its own: {message}. Load it again; if it comes back, tell your administrator.',
  loading: 'Loading',
  yes: 'yes',
  no: 'no',
  never: 'never',
  copy: 'Copy',
  copied: 'Copied',
  newDefinition: 'New definition',
  notFound: 'There is nothing at this address',
  notFoundWhatToDo: 'It may have been deleted, or the address is mistyped. Choose a screen from the menu.',
});
