import { Center, Loader, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { MAX_NAME_LENGTH } from '../../../../src/kernel/vocabulary.ts';
import { Failure } from '../../lib/failure.tsx';
import { t as shared } from '../../lib/texts-shared.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { Builder } from './builder.tsx';
import type { Attributes } from './model/catalogue.ts';
import { stateFrom } from './model/criteria-state.ts';
import { NEW_FORM } from './model/definition-form.ts';
import { useAttributes, useDefinition, useViews, type Definition } from './queries.ts';
import { t } from './texts.ts';
import { NOTHING, type Beginning } from './use-builder.ts';

/** `?copy=<guid>` begins with what another definition has, `?where=<text>` with criteria as one types them. */
export default function BuilderScreen() {
  const { copy, where } = useSearch({ strict: false });
  const { attributes, ...attributesQuery } = useAttributes();
  const views = useViews();
  const copied = useDefinition(copy);
  const queries = [attributesQuery, views, ...(copy === undefined ? [] : [copied])];
  const failed = queries.find(({ isError }) => isError);
  const isReady =
    attributes !== undefined && views.data !== undefined && (copy === undefined || copied.data !== undefined);
  return (
    <Stack gap="lg">
      <PageTitle>{shared('newDefinition')}</PageTitle>
      {failed !== undefined && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && !isReady && (
        <Center mih={200}>
          <Loader aria-label={shared('loading')} />
        </Center>
      )}
      {isReady && (
        <Builder
          key={`${copy ?? ''} ${where ?? ''}`}
          attributes={attributes}
          views={views.data}
          beginning={beginningOf({ copied: copy === undefined ? undefined : copied.data, where }, attributes)}
        />
      )}
    </Stack>
  );
}

interface Sources {
  readonly copied: Definition | undefined;
  readonly where: string | undefined;
}

function beginningOf({ copied, where }: Sources, attributes: Attributes): Beginning {
  if (copied !== undefined) {
    const { name, description, options, criteria } = copied;
    return {
      form: {
        name: t('copyOf', { name }).slice(0, MAX_NAME_LENGTH),
        description: description ?? '',
        // As the server keeps them: the document has plain words there.
        options: options as typeof NEW_FORM.options,
      },
      criteria: stateFrom({ side: 'json', text: JSON.stringify(criteria, undefined, 2) }, attributes),
    };
  }
  if (where === undefined) return NOTHING;
  return { form: NEW_FORM, criteria: stateFrom({ side: 'words', text: where }, attributes) };
}
