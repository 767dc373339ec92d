package galley.app.command;

import galley.app.OpenNewsroom;
import galley.ingest.Feed;
import galley.ingest.rule.Action;
import galley.ingest.rule.Condition;
import galley.ingest.rule.Rule;
import galley.ingest.rule.RuleBook;
import galley.ingest.rule.RuleTrial;
import galley.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley rule`: what is done with items as they arrive.
@Command(name = "rule", description = "Say what is done with items as they arrive: category, desk, tag, priority, spike, notify, full text.",
        subcommands = {RuleCommand.Add.class, RuleCommand.ListThem.class, RuleCommand.Try.class, RuleCommand.On.class, RuleCommand.Off.class,
                RuleCommand.Move.class, RuleCommand.Remove.class})
final class RuleCommand implements Callable<Integer> {

    private static final int LOOKED_AT = 5_000;
    private static final int SHOWN = 20;

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Override
    public Integer call() {
        throw Usage.of(this, "Say add, list, try, on, off, move or remove.");
    }

    @Command(name = "add", description = "Keep a rule, switched off, and show what it would have hit.",
            footer = {"", "Conditions: title, summary, body, text, author, category, language, source, link; contains, lacks, is, is not, matches (a regular expression).",
                    "            age over 2 days, age under 6 hours, words over 400, words under 80.",
                    "Actions:    category NAME, desk NAME, tag NAME, priority 1 to 5, spike, notify, full text.",
                    "Example:    galley rule add Ships --if \"title contains harbour\" --if \"language is en\" --then \"desk Harbour\" --then \"priority 1\""})
    static final class Add implements Callable<Integer> {

        @ParentCommand
        @Nullable RuleCommand parent;

        @Parameters(paramLabel = "NAME")
        String name = "";

        @Option(names = "--if", paramLabel = "CONDITION", description = "Must hold. May be repeated: then all must.")
        List<String> when = List.of();

        @Option(names = "--then", paramLabel = "ACTION", required = true, description = "What is done. May be repeated.")
        List<String> then = List.of();

        @Option(names = "--feed", paramLabel = "URL", description = "Only for this feed. Default: for all.")
        @Nullable String feed;

        @Option(names = "--last", description = "No later rule is asked about an item that this one hits.")
        boolean last;

        @Option(names = "--on", description = "Switch it on at once.")
        boolean on;

        @Override
        public Integer call() {
            return parent.inRoom(room -> {
                if (room.store().rules().all().stream().anyMatch(rule -> rule.name().equalsIgnoreCase(name.strip()))) {
                    throw new Refusal("There is a rule “" + name.strip() + "” already.");
                }
                var rule = rule(room);
                room.store().rules().keep(rule);
                parent.tell(room, rule, room.ruleTrial().run(rule, LOOKED_AT));
                return Exit.DONE;
            });
        }

        private Rule rule(OpenNewsroom room) {
            try {
                return new Rule(Store.newId(), name, feed == null ? null : feed(room, feed).id(), on, when.stream().map(Condition::read).toList(),
                        then.stream().map(Action::read).toList(), last);
            } catch (IllegalArgumentException e) {
                throw new Refusal(e.getMessage());
            }
        }

        private static Feed feed(OpenNewsroom room, String url) {
            var address = FeedCommand.subscribed(url);
            return room.store().feeds().byUrl(address == null ? url : address).orElseThrow(() -> new Refusal("There is no feed " + url + "."));
        }
    }

    @Command(name = "list", description = "List the rules in the order in which they are asked.")
    static final class ListThem implements Callable<Integer> {

        @ParentCommand
        @Nullable RuleCommand parent;

        @Override
        public Integer call() {
            return parent.inRoom(room -> {
                var tallies = room.store().rules().tallies().stream().collect(Collectors.toMap(RuleBook.Tally::rule, Function.identity()));
                var rows = new ArrayList<Map<String, Object>>();
                for (var rule : room.store().rules().all()) {
                    var row = row(room, rule);
                    row.put("hits", tallies.containsKey(rule.id()) ? tallies.get(rule.id()).hits() : 0L);
                    rows.add(row);
                }
                if (parent.galley.json) {
                    parent.galley.terminal.json(Map.of("rules", rows));
                } else {
                    rows.forEach(row -> parent.galley.terminal.out.println((Boolean.TRUE.equals(row.get("on")) ? "on   " : "off  ") + row.get("name") + "\tif " + row.get("if") + "\tthen "
                            + row.get("then") + "\t" + row.get("hits") + " hits"));
                }
                return Exit.DONE;
            });
        }
    }

    @Command(name = "try", description = "Show what a rule would have hit on the wire. Changes nothing.")
    static final class Try extends OfOne {

        @Override
        Integer run(OpenNewsroom room, Rule rule) {
            parent.tell(room, rule, room.ruleTrial().run(rule, LOOKED_AT));
            return Exit.DONE;
        }
    }

    @Command(name = "on", description = "Follow a rule from the next pull on; shows what it would have hit.")
    static final class On extends OfOne {

        @Override
        Integer run(OpenNewsroom room, Rule rule) {
            room.store().rules().keep(rule.switched(true));
            parent.tell(room, rule.switched(true), room.ruleTrial().run(rule, LOOKED_AT));
            return Exit.DONE;
        }
    }

    @Command(name = "off", description = "Follow a rule no longer.")
    static final class Off extends OfOne {

        @Override
        Integer run(OpenNewsroom room, Rule rule) {
            room.store().rules().keep(rule.switched(false));
            return parent.said("“" + rule.name() + "” is off.");
        }
    }

    @Command(name = "move", description = "Put a rule at another place in the order.")
    static final class Move extends OfOne {

        @Option(names = "--to", paramLabel = "PLACE", required = true, description = "1 is the first.")
        int place;

        @Override
        Integer run(OpenNewsroom room, Rule rule) {
            room.store().rules().move(rule.id(), place);
            return parent.said("“" + rule.name() + "” is at place " + (room.store().rules().all().indexOf(rule) + 1) + ".");
        }
    }

    @Command(name = "remove", description = "Drop a rule; what it did stays done and on record.")
    static final class Remove extends OfOne {

        @Override
        Integer run(OpenNewsroom room, Rule rule) {
            room.store().rules().remove(rule.id());
            return parent.said("“" + rule.name() + "” is removed.");
        }
    }

    /// A command about one rule.
    abstract static class OfOne implements Callable<Integer> {

        @ParentCommand
        @Nullable RuleCommand parent;

        @Parameters(paramLabel = "NAME")
        String name = "";

        abstract Integer run(OpenNewsroom room, Rule rule);

        @Override
        public Integer call() {
            return parent.inRoom(room -> run(room, room.store().rules().all().stream()
                    .filter(rule -> rule.name().equalsIgnoreCase(name.strip()) || rule.id().toString().equals(name)).findFirst()
                    .orElseThrow(() -> new Refusal("There is no rule “" + name + "”. See “galley rule list”."))));
        }
    }

    private Integer inRoom(Function<OpenNewsroom, Integer> doing) {
        try (var room = galley.open()) {
            return doing.apply(room);
        }
    }

    private int said(String words) {
        if (galley.json) {
            galley.terminal.json(Map.of("done", words));
        } else {
            galley.terminal.out.println(words);
        }
        return Exit.DONE;
    }

    private void tell(OpenNewsroom room, Rule rule, RuleTrial.Result tried) {
        var hits = tried.hits().stream().limit(SHOWN).map(entry -> {
            var hit = new LinkedHashMap<String, Object>();
            hit.put("id", entry.id());
            hit.put("title", entry.latest().title());
            hit.put("source", entry.source());
            return hit;
        }).toList();
        if (galley.json) {
            var answer = row(room, rule);
            answer.put("looked", tried.looked());
            answer.put("wouldHit", tried.hits().size());
            answer.put("newest", hits);
            galley.terminal.json(answer);
            return;
        }
        galley.terminal.out.println("“" + rule.name() + "” is " + (rule.on() ? "on" : "off") + ". " + tried.sentence());
        hits.forEach(hit -> galley.terminal.out.println("  " + hit.get("title") + "  (" + hit.get("source") + ")"));
        if (tried.hits().size() > SHOWN) {
            galley.terminal.out.println("  and " + (tried.hits().size() - SHOWN) + " more");
        }
    }

    private static Map<String, Object> row(OpenNewsroom room, Rule rule) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", rule.id());
        row.put("name", rule.name());
        row.put("on", rule.on());
        row.put("feed", rule.feed() == null ? null : room.store().feeds().byId(rule.feed()).map(Feed::url).orElse(null));
        row.put("if", rule.when().stream().map(Condition::sentence).toList());
        row.put("then", rule.then().stream().map(Action::sentence).toList());
        row.put("last", rule.last());
        return row;
    }
}
