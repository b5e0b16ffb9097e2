import type { ExportOptions } from '../../../../src/kernel/vocabulary.ts';
import type { Definition } from './queries.ts';
import { t } from './texts.ts';

/** The options of a definition for people: what each is called, and what it is. */
export function optionWords(given: Definition['options']): (readonly [label: string, value: string])[] {
  // As the server keeps them: the document has plain words there.
  const options = given as ExportOptions;
  return [
    [t('revisionStatus'), t(`revisionStatus.${options.revisionStatus}`)],
    [t('bomLevels'), t(`bomLevels.${options.bomLevels}`)],
    [t('format'), options.format.toUpperCase()],
    [t('header'), t(`header.${options.header}`)],
    [t('fileContent'), t(`content.${options.fileContent.item}`)],
    [t('supplierFileContent'), t(`content.${options.fileContent.supplierItem}`)],
  ];
}
