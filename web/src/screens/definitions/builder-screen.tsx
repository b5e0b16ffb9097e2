import { PageTitle } from '../../shell/page-title.tsx';
import { t } from '../../shell/texts.ts';

export default function Screen() {
  return <PageTitle>{t('newDefinition')}</PageTitle>;
}
