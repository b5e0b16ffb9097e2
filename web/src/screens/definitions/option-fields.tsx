import { NativeSelect, SimpleGrid } from '@mantine/core';
import {
  BOM_LEVELS,
  EXPORT_FORMATS,
  HEADER_STYLES,
  ITEM_FILE_CONTENTS,
  REVISION_RULES,
  SUPPLIER_ITEM_FILE_CONTENTS,
  type ExportOptions,
} from '../../../../src/kernel/vocabulary.ts';
import { t } from './texts.ts';

interface OptionFieldsProps {
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}

/** Everything about an export that is neither views nor criteria. */
export function OptionFields({ options, onChange }: OptionFieldsProps) {
  const { fileContent } = options;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      <Choice
        label={t('revisionStatus')}
        value={options.revisionStatus}
        choices={REVISION_RULES.map((value) => [value, t(`revisionStatus.${value}`)])}
        onChange={(revisionStatus) => {
          onChange({ ...options, revisionStatus });
        }}
      />
      <Choice
        label={t('bomLevels')}
        value={options.bomLevels}
        choices={BOM_LEVELS.map((value) => [value, t(`bomLevels.${value}`)])}
        onChange={(bomLevels) => {
          onChange({ ...options, bomLevels });
        }}
      />
      <Choice
        label={t('format')}
        value={options.format}
        choices={EXPORT_FORMATS.map((value) => [value, value.toUpperCase()])}
        onChange={(format) => {
          onChange({ ...options, format });
        }}
      />
      <Choice
        label={t('header')}
        value={options.header}
        choices={HEADER_STYLES.map((value) => [value, t(`header.${value}`)])}
        onChange={(header) => {
          onChange({ ...options, header });
        }}
      />
      <Choice
        label={t('fileContent')}
        value={fileContent.item}
        choices={ITEM_FILE_CONTENTS.map((value) => [value, t(`content.${value}`)])}
        onChange={(item) => {
          onChange({ ...options, fileContent: { ...fileContent, item } });
        }}
      />
      <Choice
        label={t('supplierFileContent')}
        value={fileContent.supplierItem}
        choices={SUPPLIER_ITEM_FILE_CONTENTS.map((value) => [value, t(`content.${value}`)])}
        onChange={(supplierItem) => {
          onChange({ ...options, fileContent: { ...fileContent, supplierItem } });
        }}
      />
    </SimpleGrid>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, choices, onChange }: ChoiceProps<Value>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={choices.map(([one, words]) => ({ value: one, label: words }))}
      onChange={(event) => {
        const chosen = choices.find(([one]) => one === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
    />
  );
}
