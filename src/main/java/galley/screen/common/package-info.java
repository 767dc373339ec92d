/// What every screen is built from: theme, marks, steps, next action, messages, commands and keys. No screen's own logic.
///
/// A designer works in `resources/galley/screen/common`: `light.css` and `dark.css` hold every colour by name, `kit.css` the
/// rest, `controlsfx.css` the bridge for ControlsFX. State is a pseudo-class; colour is a variable.
///
/// - [Theme] dresses a scene; [Fonts] finds the typefaces.
/// - [Command] says an act once; [CommandButton], keys and the command palette offer it. A refused command stays in sight and
///   says why.
/// - [Mark] and [StateMark], [PersonMark], [SourceMark], [KeyCap]: the small shapes.
/// - [StepsBar] and [NextAction]: where a story stands and what comes next. [MessageCard], [Toasts], [EmptyState]: what a
///   person is told.
/// - [Words] puts text on the screen whatever its script; wrapping right-to-left text any other way throws.
@NullMarked
package galley.screen.common;

import org.jspecify.annotations.NullMarked;
