import {
  IconChartBar,
  IconFileExport,
  IconFileImport,
  IconHexagons,
  IconListDetails,
  IconSettings,
  type Icon,
} from '@tabler/icons-react';
import type { Screen } from '../../../src/app/page.contract.ts';
import type { Session } from '../lib/session.ts';
import { t } from './texts.ts';

interface Entry {
  readonly screen: Exclude<Screen, 'sign-in' | 'account'>;
  readonly label: string;
  readonly Icon: Icon;
  readonly isFor: (session: Session) => boolean;
}

const everybody = (): boolean => true;
const administrators = ({ role }: Session): boolean => role === 'administrator';

/** The menu, in its order. */
export const MENU: readonly Entry[] = [
  { screen: 'runs', label: t('runs'), Icon: IconFileExport, isFor: everybody },
  { screen: 'definitions', label: t('definitions'), Icon: IconListDetails, isFor: everybody },
  { screen: 'items', label: t('items'), Icon: IconHexagons, isFor: everybody },
  { screen: 'overview', label: t('overview'), Icon: IconChartBar, isFor: everybody },
  { screen: 'import', label: t('import'), Icon: IconFileImport, isFor: administrators },
  { screen: 'administration', label: t('administration'), Icon: IconSettings, isFor: administrators },
];
