import { languageNames } from '../languages/consoleLanguage';
import { schemes } from '../core/preferences';
import { useConsole } from '../parts/ConsoleContext';

const schemeLabels = { auto: 'As the computer', light: 'Light', dark: 'Dark' } as const;

/** The page's language and colours. */
export function Looks() {
  const { say, preferences, changePreferences } = useConsole();
  return (
    <section aria-label={say('This page')}>
      <h3>{say('This page')}</h3>
      <div className="segments" role="group" aria-label={say('Language')}>
        {Object.entries(languageNames).map(([language, name]) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={language === preferences.language}
            onClick={() => changePreferences({ language })}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="segments" role="group" aria-label={say('Colours')}>
        {schemes.map((scheme) => (
          <button
            key={scheme}
            type="button"
            aria-pressed={scheme === preferences.scheme}
            onClick={() => changePreferences({ scheme })}
          >
            {say(schemeLabels[scheme])}
          </button>
        ))}
      </div>
    </section>
  );
}
