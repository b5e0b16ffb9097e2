import '@mantine/dropzone/styles.css';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Failure } from '../../lib/failure.tsx';
import { ProgressBar } from '../../lib/progress-bar.tsx';
import { useSignedIn } from '../../lib/session.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { isAsChecked, MappingForm, mappingOf } from './mapping.tsx';
import { Summary } from './outcome.tsx';
import { Problems } from './problems.tsx';
import { useImport, useImportActions, useImportViews, type Import, type ImportView } from './queries.ts';
import { t } from './texts.ts';

export default function Screen() {
  const { role } = useSignedIn();
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {role === 'administrator' ? <Steps /> : <Alert title={t('onlyAdministrators')}>{t('askThem')}</Alert>}
    </>
  );
}

/** Upload, check, import: which import it is stands in the address. */
function Steps() {
  const { import: guid } = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (one: string | undefined): void => {
    void navigate({ to: '/import', search: one === undefined ? {} : { import: one } });
  };
  const found = useImport(guid);
  const views = useImportViews();
  const actions = useImportActions(guid);
  const { upload, check, commit, abort } = actions;
  const failed = [upload, check, commit, abort, found, views].find(({ error }) => error !== null);
  const current = guid === undefined ? undefined : found.data;
  return (
    <Stack>
      {failed !== undefined && <Failure error={failed.error} />}
      {guid === undefined && (
        <Dropzone
          loading={upload.isPending}
          // Not a button: the field for files is in it.
          role="group"
          aria-label={t('drop')}
          inputProps={{ 'aria-label': t('drop') }}
          onDrop={(files) => {
            upload.mutate(files, {
              onSuccess: (made) => {
                show(made.guid);
              },
            });
          }}
        >
          <Text ta="center">{t('drop')}</Text>
          <Text ta="center" size="sm">
            {t('dropMore')}
          </Text>
        </Dropzone>
      )}
      {upload.isPending && <Text role="status">{t('uploading')}</Text>}
      {current !== undefined && (
        <>
          <State of={current} />
          {current.progress === null && current.hasFiles && views.data !== undefined ? (
            <Ready
              key={current.guid}
              of={current}
              views={views.data}
              actions={actions}
              onAnother={() => {
                show(undefined);
              }}
            />
          ) : (
            <Group>
              {current.progress !== null && (
                <Button
                  variant="default"
                  loading={abort.isPending}
                  onClick={() => {
                    abort.mutate();
                  }}
                >
                  {t('stop')}
                </Button>
              )}
              <Another
                onClick={() => {
                  show(undefined);
                }}
              />
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}

const Another = ({ onClick }: { readonly onClick: () => void }) => (
  <Button variant="default" onClick={onClick}>
    {t('another')}
  </Button>
);

interface ReadyProps {
  readonly of: Import;
  readonly views: readonly ImportView[];
  readonly actions: Pick<ReturnType<typeof useImportActions>, 'check' | 'commit'>;
  readonly onAnother: () => void;
}

/** Files at which nobody works: what they stand for, to be checked, and imported as they were checked. */
function Ready({ of, views, actions: { check, commit }, onAnother }: ReadyProps) {
  const [mapping, setMapping] = useState(() => mappingOf(of, views));
  const why = useId();
  const isSound = of.status === 'CHECKED' && of.problems.count === 0;
  const isChanged = isSound && !isAsChecked(of, mapping);
  return (
    <>
      <MappingForm of={of} views={views} mapping={mapping} onChange={setMapping} />
      <Text role="status" id={why}>
        {isChanged && t('changedSince')}
      </Text>
      <Group>
        {isSound && (
          <Button
            loading={commit.isPending}
            disabled={isChanged}
            aria-describedby={why}
            onClick={() => {
              commit.mutate();
            }}
          >
            {t('commit')}
          </Button>
        )}
        <Button
          variant={isSound && !isChanged ? 'default' : 'filled'}
          loading={check.isPending}
          onClick={() => {
            check.mutate(mapping);
          }}
        >
          {t('check')}
        </Button>
        <Another onClick={onAnother} />
      </Group>
    </>
  );
}

/** How far it is, or what has come of it. */
function State({ of }: { readonly of: Import }) {
  const { progress, error } = of;
  if (progress !== null) {
    const { rowsExpected, rowsRead, phase, file } = progress;
    const isKnown = rowsExpected !== null && rowsExpected > 0;
    const words = t('working', { phase, file: file ?? '', rows: rowsRead });
    return (
      <Stack gap="xs">
        <Text role="status">{words}</Text>
        <ProgressBar
          label={t('progressOf', { name: of.name })}
          words={words}
          percent={isKnown ? Math.min(100, (100 * rowsRead) / rowsExpected) : undefined}
        />
      </Stack>
    );
  }
  return (
    <>
      {error !== null && (
        <Alert color="red" title={of.name}>
          {error.message}
        </Alert>
      )}
      {of.status === 'ABORTED' && <Text role="status">{t('stopped')}</Text>}
      {of.problems.count > 0 && <Problems of={of} />}
      {of.summary !== null && <Summary of={of} />}
    </>
  );
}
