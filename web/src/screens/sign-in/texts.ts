import { texts } from '../../lib/texts.ts';

export const t = texts('sign-in', {
  title: 'Sign in',
  ended: 'You have been signed out: the session has ended. Sign in to go on.',
  email: 'E-mail address',
  password: 'Password',
  workspace: 'Workspace',
  workspaceHint: 'Nine digits. Leave it empty for the one you were in last; you can change it afterwards.',
  notAWorkspace: 'A workspace is nine digits, such as 123456789.',
  signIn: 'Sign in',
  firstTime:
    'First time here? The server printed an e-mail address and a password when it started for the first time.',
});
