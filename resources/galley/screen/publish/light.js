// Shows a page as a reader sees it who prefers dark (or light) pages. WebView has no switch for that. The page's own rules are
// turned in the view's memory; the file stays as it is.
(function (dark) {
  const asked = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g;
  function turned(query) {
    return query.replace(asked, (_, scheme) => (scheme === 'dark') === dark ? '(min-width: 0px)' : '(max-width: 0px)');
  }
  let found = 0;
  function turn(rules) {
    for (const rule of rules) {
      if (rule.media && rule.cssRules) {
        const was = rule.galleyQuery || rule.media.mediaText;
        if (was.search(asked) >= 0) {
          rule.galleyQuery = was;
          rule.media.mediaText = turned(was);
          found++;
        }
      }
      if (rule.cssRules) {
        turn(rule.cssRules);
      }
    }
  }
  for (const sheet of document.styleSheets) {
    turn(sheet.cssRules);
  }
  for (const source of document.querySelectorAll('source[media]')) {
    source.galleyQuery = source.galleyQuery || source.media;
    source.media = turned(source.galleyQuery);
  }
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  return found;
})
