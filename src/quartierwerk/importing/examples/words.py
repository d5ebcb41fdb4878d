"""Words by which persons are recognised in German texts, and the names that stand in for them. Language, nothing of a town."""

# Behind these stands a family name, with or without a first name.
TITLES = (
    r"FRAU|HERRN?|FAM\.|FAMILIE|DR\.|PFARRER(?:IN)?|Frau|Frl\.|Fr\.|Herrn?|Hr\.|Familie|Fam\.|Eheleuten?|Ehepaar|Dr\.|Prof\.|Professor(?:in)?|Dipl\.-?\s?[A-Z]\w{1,6}\.|"
    r"Pfarrer(?:s|in)?|Pfr\.|Pfrin\.|Pastor(?:s|in)?|Diakon(?:in)?|Vikar(?:in)?|Superintendent(?:in)?|Kaplan|Pater|"
    r"Schwester|(?:Ober)?[Bb]ürgermeister(?:s|in)?|Kantor(?:in)?|Landrat|Landrätin|Stadtrat|Stadträtin"
)
# Behind these stands a first name with a family name.
ROLES = (
    r"(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Vv]orsitzende[nr]?|[Ll]eiter(?:in)?|[Ll]eitung|[Vv]orstand(?:es|s)?|[Pp]rüfer(?:in)?|[Tt]rainer(?:in)?|"
    r"[Mm]anager(?:in)?|[Ee]ntwickler(?:in)?|[Kk]oordinator(?:in)?|[Bb]eauftragte[nr]?|[Rr]eferent(?:in)?|"
    r"[Ss]precher(?:in)?|[Aa]utor(?:in)?|[Kk]ünstler(?:in)?|[Dd]ozent(?:in)?|[Bb]erater(?:in)?|[Pp]ädagog(?:e|in)|"
    r"[Mm]usiker(?:in)?|[Ss]änger(?:in)?|[Pp]ianist(?:in)?|[Oo]rganist(?:in)?|[Ff]otograf(?:in)?|[Hh]istoriker(?:in)?|"
    r"[Pp]artner(?:in)?|[Hh]elfer(?:in)?|[Ll]ehrer(?:in)?|[Aa]rzt|[Ää]rztin|[Mm]eister(?:in)?|[Ff]ührer(?:in)?|[Ww]art(?:in)?)"
)
# Behind these stands whoever wrote, photographed or signed.
SIGNED = (
    r"gez\.|gezeichnet:?|i\.\s?A\.|i\.\s?V\.|V\.?\s?i\.\s?S\.\s?d\.\s?P\.?:?|Foto(?:s|graf|grafin)?:|Bild(?:er)?:|"
    r"Text:|Autor(?:in)?:|Verfasser(?:in)?:|Redaktion:|Pressekontakt:?|Kontakt:|Ansprechpartner(?:in)?:?|"
    r"Ansprechperson:?|Leitung:|Referent(?:in)?:|Moderation:|Rückfragen an|Anmeldung(?:en)? (?:bei|an)|Infos? bei|Auskunft bei"
)
CLOSINGS = (
    r"(?:[Mm]it |[Vv]iele |[Ll]iebe |[Bb]este |[Hh]erzliche |[Ss]chöne )(?:[a-zäöüß]+ )?Grüße?n?|MfG|LG|VG|Hochachtungsvoll|"
    r"(?:Ihre?|[Ee]ure?)(?=,?\s*\n|\s[A-ZÄÖÜ][a-zäöüß]+\s*$)|Herzlichst,?|Herzlich,"
)
# Before or behind these stands a person, if two capitalised words do that are nothing else.
DOES = (
    "liest|spricht|singt|spielt|erzählt|berichtet|leitet|führt|zeigt|moderiert|referiert|begrüßt|hält|informiert|kocht|"
    "sagt|sagte|erklärt|erklärte|betont|betonte|freut|hilft|unterrichtet|begleitet|stellt|gibt|wird|ist|war"
)
OF_PERSONS = "mit|von|Von|Mit|durch|bei|Bei|an|für|und|sowie"
# Two capitalised words that begin or end so are a group, an office or a firm.
GROUPS = (
    "verein|verband|verbund|gruppe|kapelle|chor|orchester|ensemble|team|stadt|gemeinde|amt|ämter|partei|fraktion|kreis|bund|"
    "gesellschaft|initiative|stiftung|feuerwehr|kirche|pfarrei|schule|kita|kindergarten|firma|bäckerei|metzgerei|apotheke|"
    "polizei|presse|zeitung|verlag|bank|sparkasse|werke|dienst|hilfe|mission|werk|club|klub|band|trio|quartett|quintett|"
    "rat|beirat|ausschuss|projekt|programm|agentur|büro|quartier|stadtteil|ortsteil|bezirk|landkreis|universität|akademie|"
    "museum|bibliothek|bücherei|linie|bus|bahn|musik|tanz|kaffee|kuchen|kinder|jugend|senioren|eltern|frauen|männer|familien|"
    "grad|open|air|yoga|blues|jazz|rock|pop|folk|street|food|poetry|slam|new|happy|big|live|online|zoom|uhr|euro"
)
PARTICLES = frozenset("von vom van der den dem de del di da zu ter ten el al ben bin und".split())
# Never a name, wherever it stands.
NO_NAMES = frozenset(
    "telefon tel mobil handy fax mail e-mail email uhr ort zeit datum eintritt anmeldung anmeldungen kontakt infos info "
    "information informationen karten die der das dem den ein eine einer am an auf aus bei bis für im in mit nach oder sie "
    "sowie um und unter vom von vor wir zum zur ist sind wird bitte straße str weg platz haus raum saal verein ev stadt "
    "gemeinde amt büro redaktion presse pressestelle team vorstand alle ihre ihr eure euer seite internet web www "
    "veranstalter leitung frau herr herrn familie dr prof damen herren liebe lieber sehr grüße gruß silvester neujahr heiligabend "
    "christi himmelfahrt fronleichnam allerheiligen reformationstag totensonntag karfreitag rosenmontag".split()
)
# Names only behind a title: “Frau Sommer lädt im Sommer ein.”
ALSO_WORDS = frozenset("frühling sommer herbst winter ostern pfingsten weihnachten advent markt".split())
FIRST_NAMES = frozenset(
    "Abdul Abdullah Achim Adam Adele Adelheid Adrian Adriana Afra Agathe Agnes Agnieszka Ahmad Ahmed Ahmet Aischa Albert "
    "Albrecht Aleksander Aleksandr Aleksandra Alena Alessandra Alexa Alexander Alexandra Alexej Alexis Alfons Alfred "
    "Alfredo Ali Alice Alina Almut Alois Aloys Alwin Amalia Amanda Amelie Amin Amina Amir Amira Ana Anastasia Anatoli Andre "
    "Andrea Andrej Andrzej André Andy Aneta Anette Angela Angelika Angelina Angelo Anika Anita Anja Anke Ann Anna-Lena "
    "Annabell Annalena Anne Annegret Annelie Annelies Anneliese Annelore Annemarie Annemie Annett Annette Anni Annika Anny "
    "Anselm Ansgar Antje Antonella Antonia Antonino Antonio Aram Ariane Armin Arne Arno Arnold Aron Arthur Artur Arzu Asma "
    "Astrid Athanasios Attila Aurelia Axel Aygül Aylin Aynur Ayse Aysel Ayşe Babette Baptist Bastian Beata Beate Beatrice "
    "Beatrix Bekir Bela Ben Benedikt Benjamin Bente Berit Bernd Bernhard Bert Berta Berthold Bertram Bettina Bianca Bilal "
    "Birgit Birgitt Birgitta Birte Björn Bodo Bogdan Boguslaw Boris Bozena Branko Brigitte Britta Brunhilde Bruno Burak "
    "Burghard Burkhard Bärbel Camilla Carina Carl Carla Carlo Carlos Carmen Carola Carolin Caroline Carsten Catharina "
    "Catherine Cathrin Celina Cem Cengiz Chantal Charles Charlotte Chiara Christa Christel Christiane Christin Christina "
    "Christine Christoph Christopher Christos Cindy Claas Clara Claude Claudia Claudio Claus Clemens Conny Constanze Cora "
    "Cordula Corina Corinna Cornelia Cornelius Cosima Cristina Cyrill Cäcilia Cécile Dagmar Dana Dania Daniel Daniela "
    "Danilo Danny Danuta Darius Dariusz David Dawid Debora Defne Denis Deniz Dennis Derya Detlef Diana Diego Dieter Dietmar "
    "Dietrich Dilara Dimitri Dimitrios Dina Dirk Dittmar Dolores Dominik Donata Doreen Doris Dorit Dorothe Dorothea "
    "Dorothee Dragan Dunja Dörte Eberhard Ebru Ecaterina Eckart Eckehard Eckhard Edda Edeltraud Edeltrud Edgar Edith Edmund "
    "Eduard Edwin Egon Ekaterina Ekkehard Elena Eleonora Eleonore Elfi Elfriede Eli Elias Elif Elisa Elise Elke Ella Ellen "
    "Elli Elly Elmar Elsa Elsbeth Else Elvira Emanuel Emil Emilia Emine Emma Emmy Emre Enno Enrico Erdal Erdmute Erhard "
    "Erhardt Eric Erich Erik Erika Erna Erol Ersin Erwin Eryk Esra Esther Etta Eugen Eugenia Eugenie Eva Evangelos Evelin "
    "Evelyn Evi Ewald Ezgi Fabian Falko Farid Fatih Fatima Fatma Felicitas Felix Felizitas Ferdi Ferdinand Fiete Finn Fiona "
    "Florian Francesca Francesco Francis Franz Franziska Frauke Frederic Frederik Frederike Frida Fridolin Frieda Friedel "
    "Friedemann Frieder Friederike Friedhelm Friedhilde Friedrich Fritz Gabi Gabriel Gabriele Gabriella Galina Georgi "
    "Georgia Georgios Gerald Gerard Gerd Gerda Gerhard Gerhild Gerlinde Gernot Gero Gerrit Gert Gertrud Gesa Gesche Gesine "
    "Giorgio Giovanni Gisela Gitta Giulia Giuseppe Gottfried Gregor Greta Grete Gretel Grzegorz Gudrun Guido Guiseppe Gunda "
    "Gundula Gunnar Gunter Gunther Gustav Götz Gülay Gülsen Günter Günther Habib Hakan Halil Halina Hamid Hanife Hanna "
    "Hannah Hannelies Hannelore Hannes Hanno Hans Hansjörg Harald Hartmut Hasan Hatice Hauke Hedda Hedi Hedwig Heidemarie "
    "Heidi Heidrun Heike Heiko Heiner Heinke Heinrich Heinrike Heinz Helene Helga Helge Hella Hellmut Helmfried Helmut "
    "Helmuth Hendrik Hendrike Henni Henning Henriette Henrik Henrike Henry Herbert Heribert Hermann Herta Hertha Hilde "
    "Hildegard Hilmar Hiltrud Hinrich Holger Horst Hubert Huberta Hugo Hussein Hülya Hüseyin Ibrahim Ida Igor Ilaria Ildiko "
    "Ilhan Ilja Ilka Ilona Ilse Imke Immanuel Imran Ina Ines Inga Inge Ingeborg Ingelore Ingo Ingolf Ingrid Inka Inna Insa "
    "Ioannis Irena Irene Irina Irma Irmela Irmgard Irmhild Irmtraud Isa Isabel Isabell Isabella Ismail Isolde Istvan Ivan "
    "Ivana Ivo Ivonne Iwan Iwona Jacek Jacqueline Jadwiga James Jamila Jana Janet Janett Janina Janine Jannik Jannis Janos "
    "Janusz Jaqueline Jaroslaw Jasper Jean Jeannette Jennifer Jens Jeremias Jerzy Jessica Jette Jim Joachim Joana Joanna "
    "Jobst Jochen Johann Johanna John Johnny Jolanta Jolanthe Jona Jonas Jonathan Joost Jorge Jose Joshua Jost José Juan "
    "Judit Judith Jule Julia Julian Juliane Julius Juri Jurij Justin Justus Justyna Jutta Jörg Jörn Jürgen Kamil Kamila "
    "Karen Karim Karin Karina Karl Karla Karlheinz Karola Karolin Karsten Kaspar Katalin Katarina Katarzyna Kathleen "
    "Kathrin Kati Katja Katrin Katy Kemal Kenan Kenneth Kerstin Kevin Khaled Kira Kirsten Kirstin Klara Klarissa Klaus "
    "Klemens Konrad Konstantin Koray Korinna Kornelia Kristian Kristiane Kristin Kristina Kristof Krzysztof Kunigunde Kuno "
    "Kurt Käte Käthe Ladislaus Laila Lara Larisa Larissa Lars Lasse Laura Laurenz Lavinia Lea Leila Lena Lene Lenja Leo "
    "Leon Leona Leonard Leonhard Leonid Leonie Leopold Leyla Lia Liam Liane Lidia Liesel Lieselore Lieselotte Lilian "
    "Liliane Lilli Lilly Lilo Lina Linda Linus Lisa Lisa-Marie Lisbeth Liselotte Loni Lore Lorena Lorenz Loretta Lothar "
    "Lotte Louis Louisa Louise Luca Lucas Lucia Lucie Lucio Ludger Ludmilla Ludwig Luis Luisa Luise Luitgard Luka Lukasz "
    "Lutz Lydia Maciej Madeleine Magda Magdalena Magdalene Magnus Mahmoud Mahmut Maik Maike Maja Malgorzata Malik Malin "
    "Malina Malte Mandy Manfred Manja Manuel Manuela Mara Marc Marcel Marco Marcus Mareen Mareike Marek Maren Margarete "
    "Margaretha Margarethe Margarita Margit Margitta Margot Margret Margrit Mariam Marian Mariana Marianne Marie Mariella "
    "Marija Marijke Marika Marina Mario Marion Marita Marius Marko Marleen Marlena Marlene Marlies Marlis Marta Martha "
    "Martina Marvin Marzena Mateusz Mathias Mathilda Mathilde Mathis Mats Matteo Matthias Matthäus Mattis Maurice Max "
    "Maximilian Maya Mechthild Mechthilde Mehdi Mehmet Meike Melanie Melina Mercedes Merle Merve Meryem Metin Mia Michaela "
    "Michaele Michail Michal Michel Michele Mikael Mike Mila Milena Milosz Mina Minna Mira Mirco Miriam Mirjam Mirko "
    "Miroslaw Mohamad Mohamed Mohammad Mohammed Moira Mona Monika Moritz Morten Muhammad Muhammed Murat Musa Mustafa Myriam "
    "Nadeschda Nadia Nadine Nadja Nancy Natalia Natalie Natalja Natascha Nathalie Nathan Neele Nele Nelli Nelly Nermin "
    "Neslihan Nicki Nico Nicola Nicolai Nicolas Nicole Niels Nikita Niklas Niko Nikola Nikolai Nikolaos Nikolas Nikoletta "
    "Nils Nina Noah Noel Nora Norbert Norman Nurcan Nuri Odette Oksana Oktay Olaf Ole Oleg Oleksandr Olena Olga Oliver Olli "
    "Omar Orhan Ortrud Ortwin Osama Oskar Osman Oswald Ottmar Otto Oxana Paolo Pascal Patricia Patrick Patrizia Patrycja "
    "Paula Paulina Pauline Pawel Pedro Penelope Perihan Pero Petr Petra Petros Philip Philipp Philippe Phillip Philomena "
    "Pia Pierre Piet Piotr Priska Quirin Rabea Rachel Rafael Ragna Rahel Raik Raimund Rainer Rainhard Raissa Ralf Ralph "
    "Ramazan Ramon Ramona Raphael Rasmus Rebecca Rebekka Recep Regina Reginald Regine Reiner Reinhard Reinhilde Reinhold "
    "Renata Renate Rene René Resi Ria Rica Ricarda Riccardo Richard Rieke Riko Rita Robert Roberto Robin Rocco Roger Roland "
    "Rolf Roman Romina Romy Rona Ronald Ronny Rosa-Maria Rosalinde Rosemarie Rosi Rosina Rositha Roswitha Roxana Ruben Rudi "
    "Rudolf Rupert Ruslan Rut Ruth Ryszard Rüdiger Sabine Sabrina Said Salim Salome Salvatore Sami Samir Samira Samuel "
    "Sandra Sandro Sara Sarah Saskia Sebastian Selim Selin Selma Semra Senta Serap Serena Sergej Sergio Serkan Severin "
    "Seyma Sibel Sibylle Siegbert Siegfried Sieghard Sieglinde Siegmar Siglinde Sigmar Sigmund Signe Sigrid Silas Silja "
    "Silka Silke Silvan Silvana Silvia Silvio Simeon Simon Simona Simone Sina Sinan Sindy Siri Slawomir Sofia Sofie Songül "
    "Sonja Sophia Sophie Soraya Stanislav Stanislaw Stefan Stefanie Steffen Steffi Stella Stephanie Stephen Stine Suleyman "
    "Suna Susann Susanne Suse Susi Sven Svenja Svetlana Swantje Swen Swetlana Sybille Sylke Sylvester Sylvia Sylvie Sylwia "
    "Söhnke Sönke Sören Süleyman Tabea Tadeusz Tamara Tamer Tania Tanja Tarek Tarik Tatiana Tatjana Teodor Teresa Terese "
    "Thaddäus Thea Thekla Theo Theodor Theresa Theresia Thies Thilde Thilo Thomas-Peter Thorben Thore Thorsten Tillmann "
    "Tilman Tilo Tim Timo Tina Titus Tjark Tobias Tom Tomasz Toni Tony Torben Torsten Traudel Traudl Traute Trude Trudi "
    "Tuncay Udo Ulf Uli Ulla Ulrich Ulrike Urs Ursel Ursula Urte Uta Ute Uwe Valentin Valentina Valeria Valerie Vanessa "
    "Vasilios Veit Vera Verena Veronica Veronika Victor Victoria Viktor Viktoria Vincent Vinzenz Viviane Vivien Vladimir "
    "Volker Volkmar Walburga Waldemar Wally Walter Walther Waltraud Waltraut Wanda Wendelin Wenke Wera Werner Wiebke "
    "Wieland Wilfried Wilfriede Wilhelm Wilhelmine Willi Willy Wilma Wiltrud Winfried Winfriede Winnie Witold Wladimir "
    "Wojciech Wolfgang Wolfram Xaver Xenia Yannick Yasemin Yasmin Yildiz Ylva Yusuf Yvette Yvonne Zbigniew Zdenka Zehra "
    "Zeki Zeynep Zofia Zoran Zuzanna Ömer Özge Özlem Ülkü Ümit".split()
)
# First names that are also saints, months or words: a person only with a family name behind them.
WITH_FAMILY_NAME = frozenset(
    "Andreas Anna Anton Barbara Christian Elisabeth Ernst Flora Frank Franziskus Georg Heide Iris Jakob Jan Jasmin "
    "Johannes Josef Joseph Kai Karl Katharina Lukas Maria Mark Markus Martin Michael Milan Nikolaus Paul Peter Rosa Rose Stephan "
    "Thomas Till Viola Wolf".split()
)
# They stand in: each reads as a name, and none as a place or an event.
SAMPLE_FIRST = (
    "Kim",
    "Toni",
    "Robin",
    "Alex",
    "Sascha",
    "Eike",
    "Luca",
    "Jona",
    "Noa",
    "Mika",
    "Charlie",
    "Sam",
)
SAMPLE_FAMILY = (
    "Muster", "Beispiel", "Mustermann", "Beispielmann", "Exempel", "Jedermann", "Irgendwer", "Namenlos", "Mustersen",
    "Beispielsen", "Mustermeier", "Beispielmeier",
)  # fmt: skip
