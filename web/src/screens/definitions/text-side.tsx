import { Alert, Button, List, Textarea } from '@mantine/core';
import type { Side, SideName } from './model/criteria-state.ts';
import { t } from './texts.ts';

interface TextSideProps {
  readonly name: SideName;
  readonly side: Side;
  readonly onType: (text: string) => void;
  readonly onReset: () => void;
}

/** Criteria as a text beside the rows. What is wrong with it stands below, and the rows stay as they were. */
export function TextSide({ name, side, onType, onReset }: TextSideProps) {
  const isWrong = side.problems.length > 0;
  return (
    <>
      <Textarea
        label={t(name)}
        description={name === 'json' ? t('jsonHint') : t('wordsHint')}
        value={side.text}
        error={isWrong}
        autosize
        minRows={name === 'json' ? 8 : 3}
        maxRows={24}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        onChange={(event) => {
          onType(event.currentTarget.value);
        }}
      />
      {isWrong && (
        <Alert role="alert" color="red" variant="light" mt="xs" title={t('textWrong')}>
          <List size="sm">
            {side.problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
          <Button size="xs" variant="default" mt="xs" onClick={onReset}>
            {t('backToRows')}
          </Button>
        </Alert>
      )}
    </>
  );
}
