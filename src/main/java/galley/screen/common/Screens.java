package galley.screen.common;

/// Moves the window from screen to screen. View models ask it; the main window answers.
public interface Screens {

    void show(Place place);

    /// To where the person came from; the story table when there is no such place.
    void back();
}
