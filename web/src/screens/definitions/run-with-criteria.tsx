import { Button, Card, Center, Loader, Stack, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { messagesOf } from '../../lib/api.ts';
import { Failure } from '../../lib/failure.tsx';
import { t as shared } from '../../lib/texts-shared.ts';
import type { ExportOptions } from '../../../../src/kernel/vocabulary.ts';
import { CriteriaEditor } from './criteria-editor.tsx';
import { NoCriteria } from './criteria-rows.tsx';
import { Matches } from './matches.tsx';
import type { Attributes } from './model/catalogue.ts';
import { stateOf } from './model/criteria-state.ts';
import { EMPTY_DRAFT, jsonOf } from './model/draft.ts';
import { warningsOf } from './model/warnings.ts';
import { useAttributes, useLimits, useViews, type Definition } from './queries.ts';
import { Refusals } from './refusals.tsx';
import { useRunNow } from './run-now.tsx';
import { t } from './texts.ts';
import { useTriedCriteria } from './use-builder.ts';
import { WarningsList } from './warnings-list.tsx';

interface RunWithCriteriaProps {
  readonly definition: Definition;
}

/** For a definition without criteria: those of one run. */
export function RunWithCriteria({ definition }: RunWithCriteriaProps) {
  const { attributes, isError, error, refetch } = useAttributes();
  return (
    <Card withBorder component="section" id="run" style={{ overflow: 'visible' }}>
      <Title order={2} size="h4" mb="sm">
        {t('runWith')}
      </Title>
      {isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!isError && attributes === undefined && (
        <Center mih={100}>
          <Loader aria-label={shared('loading')} />
        </Center>
      )}
      {attributes !== undefined && <Editor definition={definition} attributes={attributes} />}
    </Card>
  );
}

function Editor({ definition, attributes }: RunWithCriteriaProps & { readonly attributes: Attributes }) {
  const { guid } = definition;
  const options = definition.options as ExportOptions;
  const [state, setState] = useState(() => stateOf(EMPTY_DRAFT));
  const [isChecked, setChecked] = useState(false);
  const tried = useTriedCriteria(state, attributes, options.revisionStatus);
  const limits = useLimits();
  const views = useViews();
  const { run, isPending, error } = useRunNow();
  const { criteria, count } = tried;
  const warnings = warningsOf({ options, criteria, limits: limits.data, count });
  return (
    <Stack gap="sm">
      <NoCriteria />
      <CriteriaEditor {...{ state, attributes, isChecked }} onChange={setState} />
      <div>
        <Matches {...tried.matches} />
      </div>
      {state.draft.groups.length > 0 && (
        <WarningsList {...{ warnings, attributes }} views={views.data ?? []} />
      )}
      <Refusals messages={error === null ? [] : messagesOf(error)} title={t('runRefused')} />
      <div>
        <Button
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          disabled={state.draft.groups.length === 0}
          loading={isPending}
          onClick={() => {
            setChecked(true);
            if (tried.isRight) run({ guid, criteria: jsonOf(state.draft) });
          }}
        >
          {t('runNow')}
        </Button>
      </div>
    </Stack>
  );
}
