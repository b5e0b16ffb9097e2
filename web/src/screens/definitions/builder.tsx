import { Button, Card, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy, IconPlayerPlay } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { messagesOf } from '../../lib/api.ts';
import { CriteriaEditor } from './criteria-editor.tsx';
import { NoCriteria } from './criteria-rows.tsx';
import classes from './definitions.module.css';
import { Matches } from './matches.tsx';
import type { Attributes } from './model/catalogue.ts';
import { placeOf, toggleView, type Place } from './model/definition-form.ts';
import { jsonOf } from './model/draft.ts';
import { OptionFields } from './option-fields.tsx';
import { useCreateDefinition, useStartRun, type ExportViewInfo } from './queries.ts';
import { Refusals } from './refusals.tsx';
import { t } from './texts.ts';
import { useBuilder, type Beginning } from './use-builder.ts';
import { ViewCards } from './view-cards.tsx';
import { WarningsList } from './warnings-list.tsx';

interface BuilderProps {
  readonly attributes: Attributes;
  readonly views: readonly ExportViewInfo[];
  readonly beginning: Beginning;
}

/** A definition while it is made: name, criteria with what they match, views, options, and what speaks against saving it. */
export function Builder({ attributes, views, beginning }: BuilderProps) {
  const { form, setForm, state, setState, tried, warnings } = useBuilder(beginning, attributes);
  const [isChecked, setChecked] = useState(false);
  const save = useSaving();
  const { options } = form;
  const refused = (place: Place): string | undefined =>
    save.isError
      ? messagesOf(save.error)
          .filter((one) => placeOf(one) === place)
          .join(' ') || undefined
      : undefined;

  const hasName = form.name.trim() !== '';
  const hasView = options.exportViews.length > 0;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    if (!hasName || !hasView || !tried.isRight) {
      focusFirstError(event.currentTarget);
      return;
    }
    const { submitter } = event.nativeEvent as unknown as { submitter: HTMLButtonElement | null };
    save.mutate({
      definition: {
        name: form.name,
        description: form.description === '' ? null : form.description,
        criteria: jsonOf(state.draft),
        options,
      },
      isRun: submitter?.value === 'run',
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Section title={t('basics')}>
          <TextInput
            label={t('name')}
            required
            value={form.name}
            error={refused('name') ?? (isChecked && !hasName ? t('needsName') : undefined)}
            onChange={(event) => {
              setForm({ ...form, name: event.currentTarget.value });
            }}
          />
          <Textarea
            label={t('description')}
            description={t('descriptionHint')}
            autosize
            maxRows={8}
            value={form.description}
            error={refused('description')}
            onChange={(event) => {
              setForm({ ...form, description: event.currentTarget.value });
            }}
          />
        </Section>
        <Section title={t('criteria')}>
          <NoCriteria />
          <CriteriaEditor {...{ state, attributes, isChecked }} onChange={setState} />
          <Refusals
            messages={save.isError ? messagesOf(save.error).filter((one) => placeOf(one) === 'criteria') : []}
          />
          <Title order={3} size="h5">
            {t('matches')}
          </Title>
          <div>
            <Matches {...tried.matches} />
          </div>
        </Section>
        <Section title={t('whatIsWritten')} hint={t('whatIsWrittenHint')}>
          <ViewCards
            views={views}
            chosen={options.exportViews}
            error={refused('exportViews') ?? (hasView ? undefined : t('noView'))}
            onToggle={(view) => {
              setForm({ ...form, options: toggleView(options, view) });
            }}
          />
        </Section>
        <Section title={t('howItIsWritten')}>
          <OptionFields
            options={options}
            onChange={(changed) => {
              setForm({ ...form, options: changed });
            }}
          />
        </Section>
        <WarningsList {...{ warnings, attributes, views }} />
        <Refusals
          messages={save.isError ? messagesOf(save.error).filter((one) => placeOf(one) === 'other') : []}
        />
        <Group className={classes['bar']} gap="sm">
          <Button
            type="submit"
            value="save"
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            loading={save.isPending}
          >
            {t('save')}
          </Button>
          <Button
            type="submit"
            value="run"
            variant="default"
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
            disabled={state.draft.groups.length === 0 || save.isPending}
          >
            {t('saveAndRun')}
          </Button>
          <Button variant="subtle" component={Link} to="/definitions" visibleFrom="xs">
            {t('cancel')}
          </Button>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t('immutable')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Section({ title, hint, children }: SectionProps) {
  return (
    <Card withBorder component="section" style={{ overflow: 'visible' }}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {hint}
        </Text>
      )}
      <Stack gap="sm">{children}</Stack>
    </Card>
  );
}

/** Keeps the definition, and starts its first run where that is wanted. A run that is refused leaves the definition as it is. */
function useSaving() {
  const create = useCreateDefinition();
  const start = useStartRun();
  const navigate = useNavigate();
  const { mutate, isError, error, isPending } = create;
  return {
    isError,
    error,
    isPending: isPending || start.isPending,
    mutate: ({ definition, isRun }: { definition: Parameters<typeof mutate>[0]; isRun: boolean }): void => {
      const goOn = async ({ guid, name }: { guid: string; name: string }): Promise<void> => {
        notifications.show({ message: t('saved', { name }), color: 'teal' });
        try {
          if (isRun) {
            const run = await start.mutateAsync({ guid });
            await navigate({ to: '/runs/$definition/$run', params: { definition: guid, run: run.guid } });
            return;
          }
        } catch (refusal) {
          notifications.show({
            title: t('runRefused'),
            message: messagesOf(refusal).join(' '),
            color: 'red',
            autoClose: false,
          });
        }
        await navigate({ to: '/definitions/$definition', params: { definition: guid } });
      };
      mutate(definition, { onSuccess: (made) => void goOn(made) });
    },
  };
}

/** After the form has shown what is wrong. */
function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')?.focus();
  });
}
