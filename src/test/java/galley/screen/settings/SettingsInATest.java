package galley.screen.settings;

import galley.desk.Person;
import galley.ingest.rule.RuleTrial;
import galley.notice.Notice;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.signoff.Enrolment;
import galley.signoff.Sitting;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.work.ImmediateWork;
import java.util.ArrayList;
import java.util.List;

/// The settings' models over a small real newsroom, and what they said.
final class SettingsInATest implements Notices {

    final NewsroomInATest newsroom;
    final Acting acting;
    final Sitting sitting;
    final List<String> said = new ArrayList<>();
    List<Person> everyone = List.of();
    PeopleViewModel lastPeople;
    RulesViewModel lastRules;
    BoardForm lastBoard;

    SettingsInATest(NewsroomInATest newsroom, Person acting) {
        this.newsroom = newsroom;
        this.acting = new Acting(acting);
        this.sitting = new Sitting(newsroom.keyFiles, newsroom.clock);
    }

    PeopleViewModel people() {
        var store = newsroom.store;
        var enrolment = new Enrolment(store.people(), store.keys(), store.audit(), store.inOneGo(), newsroom.keyFiles, newsroom.folder.resolve("keys"),
                newsroom.clock, Store::newId);
        var model = new PeopleViewModel(new PeopleViewModel.House(store.people(), store.keys(), store.audit(), enrolment, newsroom.keyFiles, sitting, acting,
                new Times(newsroom.clock), now -> everyone = now), new ImmediateWork(), this);
        model.read();
        lastPeople = model;
        return model;
    }

    BoardForm board() {
        var store = newsroom.store;
        var enrolment = new Enrolment(store.people(), store.keys(), store.audit(), store.inOneGo(), newsroom.keyFiles, newsroom.folder.resolve("keys"),
                newsroom.clock, Store::newId);
        var form = new BoardForm(new BoardForm.House(store.settings(), store.people(), enrolment, sitting, acting), new ImmediateWork(), this);
        form.read();
        lastBoard = form;
        return form;
    }

    RulesViewModel rules() {
        var store = newsroom.store;
        var model = new RulesViewModel(new RulesViewModel.House(store.rules(), new RuleTrial(store.wire(), newsroom.clock, words -> words), store.feeds(), Store::newId),
                new ImmediateWork(), this);
        model.read();
        lastRules = model;
        return model;
    }

    NewsroomForm form() {
        var form = new NewsroomForm(newsroom.store.settings(), new ImmediateWork(), this, _ -> said.add("kept"));
        form.read();
        return form;
    }

    @Override
    public void say(String icon, String words, Command... acts) {
        said.add(words);
    }

    @Override
    public void tell(Notice notice) {
        said.add(notice.happened());
    }
}
