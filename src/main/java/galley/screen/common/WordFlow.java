package galley.screen.common;

import java.text.Bidi;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A paragraph that is never narrower than its widest right-to-left word: one that breaks inside such a word throws (see [Words]).
final class WordFlow extends TextFlow {

    private double least() {
        double least = 0;
        for (var child : getChildren()) {
            if (child instanceof Text text && Bidi.requiresBidi(text.getText().toCharArray(), 0, text.getText().length())) {
                var alone = new Text(text.getText());
                alone.setFont(text.getFont());
                least = Math.max(least, Math.ceil(alone.getLayoutBounds().getWidth()) + 2);
            }
        }
        return least == 0 ? 0 : least + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? width : Math.max(width, least()));
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 ? width : Math.max(width, least()));
    }

    @Override
    public void resize(double width, double height) {
        super.resize(Math.max(width, least()), height);
    }
}
