import { Center, Loader } from '@mantine/core';
import { t } from './texts-shared.ts';

/** In the place of what is being asked for. */
export function Loading() {
  return (
    <Center mih={200}>
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
