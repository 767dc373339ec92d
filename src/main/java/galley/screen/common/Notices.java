package galley.screen.common;

import galley.notice.Notice;

/// How a view model speaks to the person without knowing the window.
public interface Notices {

    /// Says in passing what was done, with what undoes it.
    void say(String icon, String words, Command... acts);

    /// Tells of trouble; it stays under the bell until it is read.
    void tell(Notice notice);
}
