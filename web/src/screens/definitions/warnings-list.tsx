import { Alert, List } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Attributes } from './model/catalogue.ts';
import { isSerious, type Warning } from './model/warnings.ts';
import type { ExportViewInfo } from './queries.ts';
import { t } from './texts.ts';

interface WarningsListProps {
  readonly warnings: readonly Warning[];
  readonly attributes: Attributes | undefined;
  readonly views: readonly ExportViewInfo[];
}

/** What speaks against saving; nothing of it is forbidden. */
export function WarningsList({ warnings, attributes, views }: WarningsListProps) {
  if (warnings.length === 0) return null;
  const areSerious = warnings.some(isSerious);
  const textOf = (warning: Warning): string => {
    switch (warning.kind) {
      case 'contradiction':
      case 'deadPart': {
        const names = warning.attributes.map((one) => attributes?.find(one)?.name ?? one).join(', ');
        return t(`warning.${warning.kind}`, { attributes: names });
      }
      case 'emptyView': {
        const info = views.find(({ view }) => view === warning.view);
        return t('warning.emptyView', { view: info?.title ?? warning.view, needs: info?.needs ?? '' });
      }
      default:
        return t(`warning.${warning.kind}`, 'limit' in warning ? { limit: warning.limit } : {});
    }
  };
  return (
    <Alert
      role="status"
      variant="light"
      color={areSerious ? 'orange' : 'blue'}
      icon={areSerious ? <IconAlertTriangle aria-hidden /> : <IconInfoCircle aria-hidden />}
      title={t('warnings')}
      // Mantine's orange on orange is too light for 4.5 to 1.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={JSON.stringify(warning)}>{textOf(warning)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
