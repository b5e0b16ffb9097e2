import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { t } from './texts-shared.ts';

/** The way to the builder. */
export function NewDefinitionLink() {
  return (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/definitions/new" />}
    >
      {t('newDefinition')}
    </Button>
  );
}
