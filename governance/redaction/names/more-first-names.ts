/** First names often met in Britain and Ireland, and of people from elsewhere, that the lists of the packages lack. */
export const moreFirstNames: readonly string[] = `
  Aoife Oisín Caoimhe Niamh Siobhán Saoirse Róisín Ciarán Eoin Tadhg Cormac Fergal Declan Sinéad Gráinne Orla Maeve Clodagh Cillian Diarmuid
  Donal Eamon Aisling Deirdre Fionn Fiona Padraig Seamus Conor Cathal Darragh Áine Bríd Máire Nuala Ronan Rory Callum Hamish Ewan Euan Iain
  Angus Catriona Eilidh Isla Mhairi Morag Kirsty Lachlan Fraser Craig Gethin Rhys Rhian Sian Siân Carys Cerys Bronwen Eluned Dafydd Gareth Gwen
  Gwyneth Ieuan Llewelyn Myfanwy Nerys Owain Aneurin Bethan Ffion Imogen Jemima Poppy Alistair Alastair Nigel Graham Gavin Clive Trevor
  Rupert Piers Giles Tarquin Hugo Barnaby Digby Jolyon Philippa Pippa Tamsin Felicity Arabella Araminta Cordelia Henrietta Georgina Fenella
  Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussein Ibrahim Yusuf Omar Khalid Tariq Imran Bilal Hamza Zain Aisha Fatima Zainab Maryam Khadija
  Nadia Samira Leila Layla Yasmin Amina Rashida Saima Shabana Priya Meera Anjali Deepa Kavita Lakshmi Sunita Rani Neha Pooja Divya Ananya Arjun
  Rahul Vikram Sanjay Rajesh Suresh Ramesh Anil Sunil Harpreet Gurpreet Manpreet Jaspreet Simran Chidi Chinedu Emeka Ngozi Adaeze Amara Olu
  Oluwaseun Tunde Segun Folake Funmi Yetunde Kwame Kofi Ama Akua Abena Wei Ming Xin Mei Ling Jing Hui Yuki Haruto Kenji Hiroshi Akiko Sakura
  Nguyen Minh Linh Thuy Dmitri Dmitry Sergei Sergey Vladimir Natalia Olga Svetlana Irina Oksana Taras Bohdan Yaroslav
  Mehmet Mustafa Ayse Emre Elif Zeynep Wojciech Zbigniew Małgorzata Agnieszka Krzysztof Grzegorz Przemysław Katarzyna
  Solomon Petronella Ottoline Jocasta Leocadia Zuleika Winifred Wilhelmina Verity Ursula Theodora Sybil Sunniva Sorcha Seraphina Rosalind
  Rafferty Keir Caradog Kerensa Demelza Loveday Jowan Piran Morwenna Anwen Angharad Branwen Delyth Eirlys Gwenllian Heledd Lowri Mared Meinir
  Nia Olwen Rhiannon Seren Tegwen Aled Alun Bryn Dylan Emyr Geraint Gruffydd Huw Idris Iolo Iwan Macsen Osian Rhodri Tomos Tudur Bronagh
  Aoibheann Ailbhe Blathnaid Bláthnaid Brigid Caitriona Ciara Dearbhla Eimear Eithne Fionnuala Laoise Meabh Muireann Oonagh Roisin Sile Síle
  Una Úna Ardal Brendan Colm Conall Cuan Dara Donnacha Eamonn Eoghan Fiachra Finbarr Fintan Kieran Lorcan Malachy Naoise Oran Oscar Peadar
  Ruairi Ruairí Senan Turlough Ailsa Beathan Calum Duncan Effie Elspeth Fergus Fingal Greer Innes Iona Islay Lorna Mairead Malcolm Murdo
  Muriel Ross Rowan Shona Sorley Struan Torquil Una Abigail Adrian Agatha Alethea Ambrose Anthea Augustus Beatrix Benedict Bertram Camilla
  Caspian Cecily Clarissa Clement Cressida Crispin Cuthbert Daphne Dorothea Ebenezer Edmund Eleanor Elspeth Ernestine Esme Evadne
  Evangeline Ferdinand Flora Freya Gertrude Gideon Godfrey Gwendolen Harriet Hermione Hester Horatio Humphrey Ianthe Ignatius Isadora Isolde
  Jasper Jessamy Lavinia Leopold Lettice Linus Lucinda Lysander Mabel Marguerite Marmaduke Maud Maximilian Millicent Minerva Montague
  Mungo Nathaniel Octavia Orlando Ottilie Penelope Percival Peregrine Perpetua Phineas Quentin Quincy Randolph Reginald Roderick Romilly
  Rosamund Rufus Sebastian Selina Septimus Sidney Silas Tabitha Thaddeus Thelma Thomasina Tobias Tristan Venetia Vivienne Wilfred Xanthe
  Zachariah Aaliyah Abdul Abdullah Abdulrahman Adnan Afzal Ahsan Aidah Ameer Anwar Asif Asma Ayaan Ayesha Aziz Bashir Bushra Dawood Ehsan Faisal Farah Farhan
  Farida Farooq Fatimah Ghazala Habib Hafsa Haider Halima Hana Hanif Haroon Hiba Huda Humaira Idris Iqra Irfan Ismail Jamal Jamila Javed
  Kamran Karim Kashif Khadijah Lubna Mahmoud Majid Mariam Masood Mehwish Mohamad Mona Mubarak Munir Musa Mustafa Nabeel Nadeem Naeem Nafisa
  Najma Nasreen Nasser Nazia Nida Noor Nusrat Omar Parveen Qasim Rabia Rafiq Rahim Rania Rashid Rehana Riaz Rubina Rukhsana Saad Sabina Sadia
  Safiya Sajid Sakina Salim Salma Sameer Sana Sara Shabnam Shahid Shakil Shazia Sohail Sultana Tahir Tamer Tasneem Umar Usman Wahid Waqar
  Yahya Yasin Younis Yousef Zahra Zaki Zara Zeeshan Zubair Aarav Aditi Aditya Akash Amit Amrita Aniket Anika Anita Anjana Ankit Anoushka Aparna
  Archana Arti Aruna Arvind Asha Ashok Balwinder Bhavna Chandra Daljit Darshan Deepak Devika Dev Dilip Dinesh Farhad Gagandeep Ganesh Gaurav
  Gita Gopal Gurdeep Hardeep Hari Hema Indira Ishaan Jagdish Jasmin Jatin Jaya Jyoti Kamala Kanta Karan Kiran Kishore Krishna Kuldeep Kumar
  Lalita Lata Leela Madhuri Mahesh Mala Malini Mandeep Manish Manoj Maya Mayank Mohan Mukesh Nalini Nandini Naresh Narinder Naveen Nikhil Nirmala Nisha Nitin
  Padma Parminder Parvati Prakash Pranav Prasad Pratibha Prem Preeti Purnima Radha Raj Rajan Rajeev Rajinder Rakesh Ranjit Ravi Ravinder Ravindra Rekha Rina Ritu
  Rohan Rohit Rupinder Sachin Sandeep Sangeeta Sanjeev Santosh Sarita Satish Savita Seema Shanti Sharmila Shilpa Shreya Shruti Shyam Siddharth
  Sneha Sonia Sukhdeep Sukhwinder Sushma Swati Tanvi Tejal Uma Urmila Usha Varun Vijay Vikas Vinod Vivek Yash Abebe Abimbola Adebayo Adeola
  Adetokunbo Adwoa Afia Amadou Aminata Anan Asante Ayo Ayodele Babatunde Bukola Chiamaka Chidinma Chika Chinua Chukwuemeka Comfort Dayo Efua Ebere
  Ebo Ekow Eniola Esi Femi Fiifi Folasade Gbenga Hamisi Ifeanyi Ifeoma Ikechukwu Itunu Jelani Juma Kehinde Kelechi Kwabena Kwaku Kwasi Kwesi
  Lindiwe Lwazi Makena Mamadou Mbali Modupe Moussa Mpho Nana Ndidi Njeri Nkechi Nnamdi Nomvula Obinna Okechukwu Oluwatobi Olufemi Olumide Onyeka
  Oumar Ousmane Rasheed Sade Sekou Simisola Siphiwe Sizwe Taiwo Temitope Tendai Thabo Thandiwe Themba Titilayo Tolu Uche Uchenna Wambui Wanjiru
  Yaa Yaw Zanele Zodwa An Bao Binh Chau Chen Chi Cuong Dung Duong Feng Fang Guang Hai Hao Hoa Hong Hua Huong Jia Jian Jiang Jiayi Jie Jin Jun Jie
  Kai Khanh Lan Lei Lien Lihua Mai Meili Nam Ngoc Nhung Phuong Qiang Qing Quan Rui Shan Shu Tam Thanh Thao Tian Tien Trang Trinh Tuan Tuyet Van
  Viet Wen Xia Xiao Xiaoyu Xiaoli Xin Xiu Xiuying Yan Yang Yi Ying Yong Yu Yue Yun Zhen Zhi Aiko Asuka Ayumi Daichi Daiki Emi Hana Haruka Hideo
  Kaito Kazuki Keiko Makoto Mariko Masashi Midori Naoko Noriko Ren Ryo Satoshi Shigeru Takashi Takeshi Tomoko Yoko Yoshi Jisoo Minjun Seojun
  Soyeon Sungmin Kaimana Leilani Keanu Malia Makoa Mahalia Chidera Delroy Winston Leroy Errol Desmond Neville Marlon Shanice Tyrell Keisha
  Lakisha LaToya Tamika Darnell DeShawn Jamal LaShawn Shaniqua Tyrese Wanda Bojana Dragan Goran Zoran Milan Milica Jelena Snežana Branko Vesna Ivana
  Andrei Anca Bogdan Cristian Dragoș Ionel Ioana Mihaela Mircea Răzvan Sorin Ștefan Vasile Georgi Hristo Ivaylo Krasimira Plamen Rumen Stoyan
  Tsvetana Aikaterini Alexandros Athanasios Christos Dimitrios Dimitra Eleni Evangelos Fotini Georgios Giannis Ioannis Kalliopi Konstantinos
  Kostas Kyriakos Nikos Panagiotis Sofia Spyros Stavros Thanos Vasiliki Vassilis Xenia Yannis Ruairidh Begoña Leire Iker Ainhoa Nerea Unai Aitor
  Ane Gorka Edurne Itziar Xabier Jordi Montserrat Núria Oriol Arnau Meritxell Roser Pau Laia Martí Anxo Uxía Xoán Iria Brais Sjoerd Femke
  Marijke Wouter Anouk Joost Maaike Sanne Thijs Tjeerd Wietske Hanneke Gijs Fleur Roos Daan Liesbeth Griet Lieve Annegret Sieglinde Ludmilla
  Waltraud Hannelore Irmgard Gudrun Heidrun Edeltraud Hiltrud Kunigunde Friedhelm Eberhard Gerhild Ingeborg Reinhild Wolfram Volkmar Hartmut
  Detlef Käthe Dörte Swantje Wiebke Maëlle Noémie Bérengère Aurélie Clotilde Sidonie Ghislaine Apolline Capucine Philomène Gwenaëlle
  Loïc Yannick Tanguy Erwan Gaël Corentin Ruggero Ginevra Beatrice Ludovica Fiammetta Ersilia Ottavia Gennaro Ciro Calogero Rosaria
  Jagoda Róża Wanda Bożena Grażyna Halina Urszula Danuta Zdzisław Bogusław Czesław Mirosława Elżbieta Ewelina Szymon
  Cath Kath Kathy Kate Katie Cat Liz Lizzie Beth Betty Libby Jen Jenny Jess Jessie Steph Nat Nicky Vicky Vicki Trish Tricia Tish Mandy Sandy Sal Sally
  Becky Becca Abby Gabby Izzy Ellie Elly Millie Maddie Maggie Meg Peggy Nell Nellie Nora Dot Dotty Dee Debs Debbie Deb Di Jacqui Jackie Jo Josie
  Dave Steve Mike Mick Matt Nick Chris Tim Jim Jimmy Joe Joey Dan Danny Ben Benny Tom Tommy Tony Andy Alex Al Alf Alfie Archie Baz Barry Bert Billy
  Bobby Charlie Chas Dick Doug Ed Eddie Ted Teddy Fred Freddie Gaz Geoff Jeff Gerry Jerry Gus Hal Harry Jake Jez Jon Johnny Kev Ken Kenny Larry Len
  Lenny Les Lou Louie Mal Manny Nev Ollie Paddy Pete Phil Reg Rick Ricky Robbie Rod Ron Ronnie Sam Sammy Sid Stan Stu Terry Theo Trev Vic Vince Wally
  Zac Zack Tobi Basti Steffi Uli Uwe Heinz Günni Flo Leni Lena Pepe Paco Lola Nacho Chema Toni Gigi Beppe Gianni Pino Kasia Basia Gosia Asia Ania Zosia
  Tomek Wojtek Krzysiek Staszek Janek Aga Magda Ola
  Kit Piers Jools Jude Bryn Idris Elin Lowri Catrin Gwenllian Iolo Gruff Emrys Aled Huw Ifan Sioned Mair Seren Macsen Tomos Steffan
  Ailsa Ishbel Mairi Morven Struan Fergus Murdo Torquil Finlay Rory Una Oonagh Sorcha Dervla Grainne Eimear Fionnuala Brid Cormac Lorcan Malachy Colm
  Rawiri Wiremu Hinemoa Tane Aroha Ngaire Tamati Hemi Kiri Manaia Anahera Nikau Rangi Matiu Sefa Sione Tevita Losa Fetu
  Min-jun Seung-ho Ji-woo Soo-ah Dong-hyun Ji-yeon Hyun-woo Seo-yeon Jun-ho Min-seo Eun-ji Sung-min Ye-jin Jae-hyun Hye-jin Young-soo Mi-sook Kyung-soo Jiwoo Minjun Seojun Haeun Jisoo Yuna Sora Jimin
  Haruka Natsumi Shinnosuke Sakura Yuto Aoi Riku Hina Daiki Kaito Mei Sota Yui Akira Kazuki Naoko Satoshi Takumi Tomoko Yoko Keiko Michiko Noriko Hiroko Kenta Ryo Shota Mariko Emiko Ayumi Chiyo Hideo Isamu Masato Yumi Asuka
  Quang Huy Duc Minh Linh Huong Thao Trang Phuong Ngoc Bich Hanh Thuy Tien Tuan Khanh Khoa Nam Phuc Quynh Thanh Thang Trinh Trung Tu Uyen Vinh Vy Xuan Yen Anh Binh Chau Cuong Diem Giang Hien Hieu Hoa Hoang Hong
  Jiayi Yuting Zhiwei Haoran Xiaoli Guangming Weiqiao Xiulan Jianguo Meiling Yifan Zihan Yutong Xinyi Ziyi Haoyu Zixuan Mingyu Jiahui Lihua Xiaoming Guoqiang Fang Hua Jun Lei Qiang Qiu Shu Ting Xia Yan Ying Yong Yun Zhen
  Rodel Jovelyn Maricel Analyn Jun-Jun Rowena Marites Jocelyn Arnel Joselito Ligaya Dalisay Benjie Jhun Rommel Erlinda Imelda Lourdes Rosario Bayani Crisanto Nenita Teresita
  Putri Eko Dewi Budi Siti Agus Bambang Wahyu Rina Yanti Iwan Hendra Joko Ratna Nur Nurul Indah Fitri Ayu Ketut Wayan Komang Nyoman Aisyah Nurhaliza Farah Azlan Hafiz Zulkifli
  Nyambura Kipchoge Otieno Achieng Wanjiru Kamau Njoroge Mwangi Wambui Akinyi Odhiambo Wekesa Chebet Jepkosgei Akosua Kwabena Kwasi Yaa Afia Adwoa Esi Efua Kojo Yaw Ekow Nana Adjoa Abla Chidinma Chioma Ifeoma Nneka Obinna Uche Ikenna Kelechi Nnamdi Oluwadamilola Temitope Olumide Adebayo Babatunde Ayodele Folasade Titilayo Zanele Thandiwe Sipho Themba Nomvula Thabo Lerato Palesa Kagiso Tendai Tatenda Rudo Chipo Farai Tafadzwa Fatoumata Mamadou Aminata Ousmane Moussa Abdoulaye Awa Binta Cheikh Ibrahima Khadidiatou Mariama Seydou
  Selam Hiwot Tigist Dawit Yonas Abebe Bekele Alemu Meseret Haile Kidane Mulu Tesfaye Solomon Almaz Rahel Saba Eyob Biniam Freweini Hodan Ayaan Abdi Ifrah Sagal Faduma Warsame Hibaaq
  Behrouz Farhad Parisa Nasrin Shirin Dariush Mahsa Niloufar Reza Arash Kaveh Roya Laleh Golnaz Bahram Siavash Sepideh Kamran Azadeh Farzaneh Mehrdad Shahram Yasaman Zahra Rostam
  Faisal Rania Hala Usman Bilal Abdelkader Benali Souad Nawal Rachid Karima Houda Mounir Salma Samir Jamila Khalil Malak Nabil Nour Omnia Qasim Rami Rasha Reem Sahar Shadi Suhail Tamer Wafa Wael Walid Yara Yousef Zayd Zeinab Abdullah Abdulrahman Bashir Dalia Dina Ghada Hanan Hisham Iman Jamal Lamia Lubna Maha Marwan Mona Munir
  Nurcan Gulsen Gülşen Ayşegül Aysegul Tolga Emre Burak Elif Zeynep Merve Esra Kübra Büşra Deniz Cem Serkan Volkan Hakan Gökhan Özlem Sevgi Yıldız Fatma Hatice Mehmet Mustafa Hüseyin Ömer Orhan Selin Tuğba Ufuk Yasemin
  Mykola Bohdana Ostap Olha Solomiya Lyudmila Vyacheslav Gennady Bohdan Taras Oksana Oleksandr Yaroslav Yevhen Svitlana Lesya Halyna Iryna Nadiya Volodymyr Zoya Inna Kateryna Ekaterina Grigory Kirill Lyubov Maksim Nikita Pavel Ruslan Timur Vadim Valery Viktoria Yelena Yuri Zinaida Tikhon
  Bogusława Boguslawa Grażyna Grazyna Jolanta Wioletta Halina Danuta Kazimierz Mirosław Ryszard Bogdan Bogumił Czesław Dariusz Elżbieta Genowefa Henryk Ireneusz Jadwiga Kinga Lech Leszek Lucjan Małgorzata Mieczysław Przemysław Radosław Sławomir Stanisława Teresa Urszula Wacław Wiesław Włodzimierz Zbigniew Zdzisław Zofia Zygmunt Żaneta
  Květa Kveta Zdeněk Jiřina Bohumil Vlasta Milada Ladislav Jarmila Dagmar Drahomíra Vojtěch Ondřej Matěj Bořivoj Boglárka Boglarka Zsófia Zsofia Zsolt Gábor Gabor Ágnes Árpád Attila Balázs Béla Csaba Dezső Erzsébet Ferenc Gyula Ildikó István Katalin Lajos László Miklós Orsolya Piroska Réka Sándor Tibor Tímea Vilmos Răzvan Razvan Loredana Mădălina Ionuț Ilinca Costel Doina Florin Gheorghe Horia Ileana Liviu Mircea Ovidiu Rodica Sorin Traian Vasile Viorica
  Mechthild Annegret Roswitha Volker Detlef Friederike Gerlinde Heike Wiebke Ortrud Irmgard Edeltraud Waltraud Hannelore Ingeborg Rüdiger Siegfried Eberhard Ekkehard Gernot Hartmut Heiko Holger Jochen Jörg Lothar Manfred Norbert Reinhard Torsten Ulrike Ursula Wilfried Winfried Dörte Frauke Gesa Imke Silke Swantje Tilda
  Diederik Sietske Hanneke Geertje Marijke Wouter Femke Sjoerd Thijs Maarten Joost Ruben Anouk Lieke Saskia Marleen Mieke Jeroen Bram Tjitske Fenna Hidde Jelle Douwe Wietske Auke Siebe Nynke
  Bérénice Berenice Solène Solene Océane Clémence Léonie Loïc Loic Maëlle Gaëlle Yannick Yann Erwan Gwenaëlle Corentin Anaïs Aurélie Baptiste Célestin Clothilde Édith Éloïse Fabrice Ghislain Jean-Loup Jean-Luc Jean-Yves Jean-Claude Jean-Marc Marie-Claire Marie-Laure Anne-Sophie Noémie Noa Lilou Quentin Rémi Sylvaine Thibault Ludivine Maxence
  Inmaculada Consuelo Begoña Rocío Íñigo Iñigo Leonor Nuria Efraín Gonzalo Macarena Jussara Edmilson Rosângela Graça Joaquim Duarte Afonso Iolanda Xavier Montserrat Arnau Jordi Oriol Laia Meritxell Neus Ainhoa Aitor Ane Gorka Iker Itziar Jokin Koldo Leire Maite Mikel Nerea Unai Xabier Almudena Amparo Encarnación Pilar Soledad Trinidad Yolanda
  Fiammetta Ginevra Ruggero Donato Ornella Loredana Rosalba Graziella Tiziana Ubaldo Vittorio Ludovica Gaetano Calogero Concetta Carmelo Salvatore Ermanno Ettore Fiorella Gennaro Immacolata Nunzia Pasquale Raffaele Rosaria Sabatino Sergio Teodoro
  Pirkko Aino Kaisa Väinö Vaino Eero Onni Tuomas Juha Jukka Mikko Päivi Riitta Sanna Tarja Terhi Timo Veikko Bodil Gunilla Håkan Torbjörn Troels Åse Ingeborg Solveig Ragnhild Sigrid Sverre Terje Trygve Øyvind Kjell Kjersti Magnhild Birgitta Göran Gösta Lars Märta Ulla
  Despina Evangelia Kalliope Stavros Thanasis Dimitris Yiannis Eleni Vasiliki Kostas Panagiotis Sotiris Spyros Theodora Apostolos Aristea Charalambos Efstathios Fotini Ioanna Konstantina Nikos Stelios Xenia Tzipora Eitan Ayelet Noam Yael Avi Shira Tamar Moshe Rivka Chaim Dvora Yosef Asher Ezra Hadassah Shlomo
  Aaradhya Arjun Vikram Lakshmipriya Dilip Farah Gurdeep Harjit Ishaan Jaya Kiran Lalita Madhuri Nandini Omkar Parvati Radhika Rajiv Sachin Shreya Sushila Uma Varun Vidya Yash Zubin Ayesha Nusrat Rukhsana Shazia Tahira Zubair
  Keisha Latoya Deshawn Tyrone Darlene Chuck Randall Brenda Brandon Shanice Lakeisha Tamika Jamal Darnell DeAndre LaToya Shaniqua Tanisha Trayvon Monique Rhonda Wanda Dwayne Duane`
  .split(/\s+/)
  .filter((name) => name !== '');
