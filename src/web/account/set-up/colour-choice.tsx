import { useTexts } from '../../language.tsx'
import { Choice, ChoiceGroup } from '../../ui/index.ts'
import styles from '../account.module.css'
import { setUpTexts } from '../messages/set-up.ts'

/** The accent hues offered, in degrees; others can be set later. */
const hues = ['210', '180', '150', '90', '45', '15', '345', '300'] as const

/** Chooses the organisation's accent colour, each with its name beside it. */
export function ColourChoice({ chosen }: { chosen: string }) {
  const t = useTexts(setUpTexts)
  return (
    <ChoiceGroup legend={t('colour')}>
      <div className={styles.colours}>
        {hues.map((hue) => (
          <Choice
            key={hue}
            type="radio"
            name="accentHue"
            value={hue}
            defaultChecked={hue === chosen}
            label={
              <span className={styles.colour}>
                <span className={styles.swatch} data-hue={hue} aria-hidden="true" />
                {t(`colour.${hue}`)}
              </span>
            }
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}
