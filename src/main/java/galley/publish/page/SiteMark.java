package galley.publish.page;

/// The newsroom's mark.
public final class SiteMark {

    public static final String ICON = "favicon.svg";
    public static final String TOUCH_ICON = "icon-180.png";
    public static final String LOGO = "logo-512.png";
    public static final String SHARE = "share-1200x630.png";
    static final int LOGO_SIZE = 512;

    private SiteMark() {}

    /// The picture shown where a page without one of its own is shared.
    static PagePicture share(String name) {
        return new PagePicture(SHARE, "image/png", 1200, 630, name);
    }
}
