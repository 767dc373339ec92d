package galley.story;

import java.util.ArrayList;
import java.util.List;

/// Reports that we invented, with the event each is of. Events whose names share a beginning ("fire-a", "fire-b") are of one kind and
/// one vocabulary, and still different events: those are the hard ones.
final class LabelledEvents {

    record Report(String event, String language, String title, String lead) {}

    private static final String SET = """
            bridge-a|en|Harbour bridge opens again after eleven months|The old swing bridge at Port Selby carried its first cars on Tuesday after repairs that cost 14 million.
            bridge-a|en|Port Selby: repaired swing bridge reopens to traffic|Drivers crossed the harbour again on Tuesday morning, eleven months after the swing bridge was shut.
            bridge-a|en|Selby swing bridge back in use, at double the price|The port authority reopened the bridge, which cost 14 million instead of seven.
            bridge-b|en|Kestrel valley bridge closed after crack is found|Engineers shut the motorway bridge over the Kestrel on Wednesday when a crack was seen in a girder.
            bridge-b|en|Crack shuts motorway bridge in the Kestrel valley|Traffic is sent through three villages while the girder is examined, the roads agency said.
            fire-a|en|Warehouse fire in Dunmore kills two|Two night workers died when a paper warehouse in Dunmore burned down on Sunday.
            fire-a|en|Two dead as paper store burns in Dunmore|Firefighters from four towns fought the blaze at the warehouse until dawn.
            fire-a|en|Dunmore blaze: victims were night workers, police say|The two people who died in Sunday's warehouse fire were on the night shift, police in Dunmore said.
            fire-b|en|Forest fire near Aldea forces 900 from their homes|Wind drove the fire over two ridges on Monday; nobody was hurt.
            fire-b|en|Aldea wildfire: 900 residents leave homes|Firefighters hope for rain as the forest fire near Aldea crosses a second ridge.
            fire-c|en|School gym burns down in Lathbury|Nobody was in the gym when the fire broke out on Sunday night, the fire brigade said.
            rates-a|en|Norland's central bank raises rates to 4.5 percent|The bank raised its key rate by half a point on Thursday and said that more may follow.
            rates-a|en|Interest rates up half a point in Norland|The central bank of Norland wants to stop inflation, which stands at 7 percent; the key rate is now 4.5.
            rates-b|en|Veland keeps its key interest rate at 3 percent|The central bank in Veland sees no need to move before autumn, its governor said on Thursday.
            rates-b|en|Central bank of Veland leaves rates unchanged|Governor Asta Holm said that prices have calmed and that the key rate stays at 3 percent.
            vote-a|en|Maru Teleke wins mayoral vote in Ostend Bay|The former teacher took 54 percent in Sunday's run-off.
            vote-a|en|Teacher Teleke elected mayor of Ostend Bay|With 54 percent of the vote Maru Teleke beats the man who had led the city for twelve years.
            vote-b|en|Ostend Bay council splits over tram line|The council voted 19 to 18 for a tram to the airport after a debate that lasted until midnight.
            vote-b|en|One vote decides: airport tram for Ostend Bay|By 19 votes to 18 the city council approved the line on Monday night.
            cup-a|en|Rovers beat Quay Town 3-1 to reach cup final|Two late goals by Emil Sand took Rovers past Quay Town.
            cup-a|en|Sand's late double sends Rovers into the final|Quay Town led until the 80th minute; then Emil Sand scored twice and Rovers won 3-1.
            cup-b|en|Athletic need penalties to beat Harriers in other semi-final|Keeper Ola Brand saved twice as Athletic won the shoot-out 4-2.
            cup-b|en|Brand the hero as Athletic win shoot-out against Harriers|The goalkeeper saved two penalties; Athletic reach the cup final.
            cup-c|en|Cup final to be played in Selby after all|The league moved the final back to Selby because the capital's pitch is flooded.
            space-a|en|Probe Tern lands on asteroid and sends first pictures|The spacecraft touched down on asteroid Ilva at 04:12, the agency said.
            space-a|en|Tern touches down on Ilva|First pictures from the asteroid show gravel and boulders; the landing took two attempts.
            space-b|en|Launch of weather satellite put off for a third time|A valve again stopped the rocket that is to carry the satellite Skua.
            space-b|en|Valve trouble delays Skua satellite once more|The weather satellite stays on the ground until at least Friday, after the third attempt was stopped.
            drug-a|en|Regulator withdraws heart drug Cardexa|Patients should see their doctor, the medicines agency said after 31 cases of liver damage.
            drug-a|en|Cardexa taken off the market over liver damage|The agency ordered the heart pill withdrawn; 31 patients fell ill.
            drug-b|en|New malaria vaccine protects four in five children|A trial with 5,000 children in three countries found 80 percent protection.
            drug-b|en|Malaria jab 80 percent effective in trial|Of 5,000 children in three countries those given the vaccine fell ill far less often.
            strike-a|en|Train drivers strike on Friday across Norland|The drivers' union called a 24-hour strike from midnight over pay.
            strike-a|en|No trains on Friday: Norland drivers walk out|For 24 hours from midnight most lines stand still; the union wants 8 percent.
            strike-b|en|Airport staff strike ends with pay deal|Baggage workers at the capital's airport return on Saturday with 6 percent more.
            strike-b|en|Pay deal ends walkout at airport|Baggage handlers accept 6 percent; flights run to plan from Saturday.
            quake-a|en|Earthquake of 6.1 shakes the Marren islands|At least 12 people were hurt and a hospital was damaged in Marren town.
            quake-a|en|Marren hit by 6.1 quake, hospital damaged|Twelve injured as strong earthquake hits the islands before dawn.
            quake-b|en|Weak earthquake felt in the capital|A tremor of 3.2 woke people in the capital on Tuesday; there was no damage.
            leak-a|de|Ölteppich vor Hafen von Brensund: Tanker leckt|Aus dem Tanker Maribel sind etwa 40 Tonnen Öl ausgelaufen, teilte die Küstenwache mit.
            leak-a|de|Tanker Maribel verliert Öl vor Brensund|Rund 40 Tonnen Öl treiben auf den Hafen zu; die Küstenwache legt Sperren aus.
            leak-b|de|Fähre vor Brensund auf Grund gelaufen|Die 120 Fahrgäste der Fähre Nordstern wurden von der Küstenwache geborgen.
            leak-b|de|120 Fahrgäste von gestrandeter Fähre Nordstern geholt|Vor dem Hafen von Brensund lief die Fähre am Abend auf Grund; verletzt wurde niemand.
            grève-a|fr|Grève des éboueurs à Valmont : accord dans la nuit|La mairie et les syndicats ont signé un accord après neuf jours de grève.
            grève-a|fr|Valmont : les éboueurs reprennent le travail|Après neuf jours de grève, un accord a été trouvé dans la nuit entre la mairie et les syndicats.
            grève-b|fr|À Valmont, la mairie veut fermer deux piscines|Les syndicats protestent contre la fermeture, prévue en septembre.
            puente-a|es|Se derrumba un puente peatonal en Villarreal de la Sierra|No hubo heridos en el derrumbe, ocurrido de madrugada, informó el ayuntamiento.
            puente-a|es|Villarreal de la Sierra: cae puente peatonal sin causar heridos|El ayuntamiento investiga el derrumbe de la pasarela durante la madrugada.
            地震-a|ja|茉莉島で震度５強の地震、１２人けが|気象庁によると、地震は午前４時ごろ発生し、病院の壁が壊れた。
            地震-a|ja|午前４時ごろ茉莉島で強い地震　病院に被害|震度５強を観測し、１２人がけがをしたと気象庁などが発表した。
            地震-b|ja|茉莉島の空港、新しい滑走路が完成|空港の滑走路は三年の工事を経て完成し、来月から使われる。
            trial-a|en|Former minister Lund jailed for four years|A court in Norland found Peter Lund guilty of taking bribes from a road builder.
            trial-a|en|Bribery: ex-minister Peter Lund gets four years|The judge said Lund sold road contracts for a house by the sea.
            trial-b|en|Minister for roads promises probe of contracts|After the Lund verdict the ministry wants to look at every road contract since 2015.
            book-a|en|Novelist Irena Valk wins Meridian Prize|Valk takes the prize for The Salt Year, a novel about a fishing village.
            book-a|en|The Salt Year by Irena Valk wins the Meridian|The jury called the novel quiet and merciless; the prize is worth 50,000.
            """;

    private LabelledEvents() {}

    static List<Report> all() {
        var reports = new ArrayList<Report>();
        SET.lines().forEach(line -> {
            var parts = line.split("\\|");
            reports.add(new Report(parts[0], parts[1], parts[2], parts[3]));
        });
        return reports;
    }
}
