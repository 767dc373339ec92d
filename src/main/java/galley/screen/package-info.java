/// What a person sees. The frame ([MainWindow]) is here, one package per screen is below; only here and in app may JavaFX be
/// named.
///
/// To add a screen: write `XView` (implements [galley.screen.common.Screen]) with its FXML and stylesheet in
/// `resources/galley/screen/x`, and `XViewModel` (properties, observable lists and commands; no window) in `galley.screen.x`;
/// add its [galley.screen.common.Place] if it needs one of its own; and where the window is wired say
/// `window.add(() -> new XView(...), Place.X.class)`. The frame asks the screen for its search field, its buttons in the top
/// bar and its commands, which then work as keys and stand in the palette and on the sheet of shortcuts.
///
/// View models get [galley.screen.common.Screens] to move, [galley.screen.common.Notices] to speak,
/// [galley.screen.common.Acting] to know who sits here and [galley.work.Work] for everything slow.
@NullMarked
package galley.screen;

import org.jspecify.annotations.NullMarked;
